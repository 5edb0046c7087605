import { useState } from 'preact/hooks';
import type { ScriptWork } from '../../analysis/timeline/script-work.ts';
import { MoreButton } from '../components/MoreButton.tsx';
import { type Heading, TableHead } from '../components/TableHead.tsx';
import { formatCount, inColumn } from '../format.ts';
import { plainText } from '../state/plain-text.ts';

const STEP = 10;

const HEADINGS: readonly Heading[] = [
  { text: 'Name' },
  { text: 'Blocking', class: 'number' },
  { text: 'Time', class: 'number' },
  { text: 'Forced layout', class: 'number optional' },
  { text: 'Runs', class: 'number optional' },
];

interface Props {
  readonly title: string;
  readonly id: string;
  readonly works: readonly ScriptWork[];
  nameOf(work: ScriptWork): string;
}

/** What kept the main thread busy, the most blocking first, each with a bar as long as its blocking time. */
export function WorkTable({ title, id, works, nameOf }: Props) {
  const [limit, setLimit] = useState(STEP);
  const most = Math.max(1, works[0]?.blocking ?? 0);
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table class="table work-table figures" data-testid={id}>
        <TableHead headings={HEADINGS} />
        <tbody>
          {works.slice(0, limit).map((work, rank) => (
            // By rank: what overtakes another changes the text of two rows, and moves none.
            <tr key={rank}>
              <th scope="row" title={`${nameOf(work)}\n${work.longest.sourceURL}`}>
                <span class="ellipsis name">{plainText(nameOf(work))}</span>
                <span class="share" style={{ width: `${(100 * work.blocking) / most}%` }} />
              </th>
              <td class="number">{inColumn.ms(work.blocking)}</td>
              <td class="number">{inColumn.ms(work.duration)}</td>
              <td class="number optional">{work.forcedLayout > 0 ? inColumn.ms(work.forcedLayout) : '–'}</td>
              <td class="number optional">{formatCount(work.runs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton shown={limit} total={works.length} step={STEP} onMore={setLimit} />
    </section>
  );
}
