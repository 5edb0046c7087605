import { useState } from 'preact/hooks';
import { totalsOf } from '../../analysis/resources/totals.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { MoreButton } from '../components/MoreButton.tsx';
import { TableHead } from '../components/TableHead.tsx';
import { TotalsChart } from '../components/TotalsChart.tsx';
import { formatCount, formatNumber, inColumn } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { plainText } from '../state/plain-text.ts';
import type { ResourceSummary } from './resource-summaries.ts';
import type { Grouping } from './resources-location.ts';
import { percent } from './waterfall.ts';

const STEP = 100;

const TITLES: Readonly<Record<Grouping, string>> = { type: 'Type', host: 'Host', entity: 'Organisation' };

interface Props {
  readonly grouping: Grouping;
  readonly rows: readonly ResourceRecord[];
  readonly summaries: readonly ResourceSummary[];
}

/** What the requests that pass the filters come to. A group's name shows the requests in it. */
export function SummaryTable({ grouping, rows, summaries }: Props) {
  const { location, updateLocation } = usePanel();
  const [limit, setLimit] = useState(STEP);
  const sum = summaries.reduce((total, { transferSize }) => total + transferSize.value, 0);
  const show = ({ facet, values }: ResourceSummary) =>
    updateLocation({ group: null, facets: { ...location.value.facets, [facet]: values } });
  return (
    <div class="summaries section">
      {grouping === 'type' && <TotalsChart totals={totalsOf(rows)} />}
      <table class="table figures" data-testid="summaries">
        <TableHead
          headings={[
            { text: TITLES[grouping] },
            { text: 'Requests', class: 'number' },
            { text: 'Transferred', class: 'number' },
            { text: 'Share', class: 'summary-share' },
            { text: 'Network time', class: 'number', hint: 'How long at least one of them was going on' },
          ]}
        />
        <tbody>
          {summaries.slice(0, limit).map((summary) => (
            <tr key={summary.name} data-testid="summary" data-name={summary.name}>
              <th scope="row">
                <button type="button" class="text-button" onClick={() => show(summary)}>
                  {plainText(summary.name)}
                </button>
              </th>
              <td class="number">{formatCount(summary.requests)}</td>
              <td class="number">{inColumn.total(summary.transferSize)}</td>
              <td class="summary-share">
                <ShareBar share={summary.transferSize.value / Math.max(1, sum)} />
              </td>
              <td class="number">{inColumn.ms(summary.networkTime)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {summaries.length === 0 && <p class="none">No request passes the filters.</p>}
      <MoreButton shown={limit} total={summaries.length} step={STEP} onMore={setLimit} />
    </div>
  );
}

/** A share of all known bytes. */
function ShareBar({ share }: { readonly share: number }) {
  const text = `${formatNumber(share * 100, 0)} %`;
  return (
    <div class="summary-track" role="img" aria-label={text} title={text}>
      <div class="summary-bar" style={{ width: percent(share) }} />
    </div>
  );
}
