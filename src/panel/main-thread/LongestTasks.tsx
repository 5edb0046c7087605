import { useMemo, useState } from 'preact/hooks';
import { scriptLabel } from '../../analysis/timeline/script-label.ts';
import type { ScriptTiming } from '../../model/entries.ts';
import type { Milliseconds } from '../../model/units.ts';
import { MoreButton } from '../components/MoreButton.tsx';
import { type Heading, TableHead } from '../components/TableHead.tsx';
import { ToneLabel } from '../components/ToneLabel.tsx';
import { inColumn } from '../format.ts';
import { toneOfTask } from '../state/blocking.ts';
import { plainText } from '../state/plain-text.ts';

const STEP = 10;

const HEADINGS: readonly Heading[] = [
  { text: 'Mostly' },
  { text: 'At', class: 'number' },
  { text: 'Took', class: 'number' },
];

/** A long task, or a long animation frame where there are no long tasks. */
export interface BusyStretch {
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  readonly scripts: readonly ScriptTiming[];
}

/** The longest stretches in which the page could not answer, with the script that took the most of each. */
export function LongestTasks({ stretches }: { readonly stretches: readonly BusyStretch[] }) {
  const [limit, setLimit] = useState(STEP);
  const longest = useMemo(() => stretches.toSorted((a, b) => b.duration - a.duration), [stretches]);
  return (
    <section class="section" aria-labelledby="longest-title">
      <h2 id="longest-title">Longest tasks</h2>
      <table class="table work-table figures" id="longest-tasks" data-testid="longest-tasks">
        <TableHead headings={HEADINGS} />
        <tbody>
          {longest.slice(0, limit).map(({ startTime, duration, scripts }, rank) => (
            <tr key={rank}>
              <th scope="row" title={nameOf(scripts)}>
                <span class="ellipsis name">{plainText(nameOf(scripts))}</span>
              </th>
              <td class="number">{inColumn.ms(startTime)}</td>
              <td class="number">
                <ToneLabel tone={toneOfTask(duration)} text={inColumn.ms(duration)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreButton shown={limit} total={longest.length} step={STEP} onMore={setLimit} />
    </section>
  );
}

function nameOf(scripts: readonly ScriptTiming[]): string {
  const most = scripts.reduce<ScriptTiming | null>((a, b) => (a === null || b.duration > a.duration ? b : a), null);
  return most === null
    ? 'no script that the browser names: parsing, style, layout or many short tasks'
    : scriptLabel(most);
}
