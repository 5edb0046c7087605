import type { ResourceTotal } from '../../model/resources.ts';
import { formatCount, inColumn } from '../format.ts';
import { type Heading, TableHead } from './TableHead.tsx';
import { TotalsChart } from './TotalsChart.tsx';

const HEADINGS: readonly Heading[] = [
  { text: 'Type' },
  { text: 'Requests', class: 'number' },
  { text: 'Transferred', class: 'number' },
];

/** Requests and transferred bytes by resource type, as a picture and, for reading, as a table. */
export function TotalsSection({ totals }: { readonly totals: readonly ResourceTotal[] }) {
  return (
    <section class="section" aria-labelledby="totals-title">
      <h2 id="totals-title">Transferred by type</h2>
      <TotalsChart totals={totals} />
      <table class="table">
        <TableHead headings={HEADINGS} />
        <tbody>
          {totals.map(({ resourceType, requests, transferSize }) => (
            <tr key={resourceType} data-testid="total" data-type={resourceType}>
              <th scope="row">{resourceType === 'third-party' ? 'of which third-party' : resourceType}</th>
              <td class="number">{formatCount(requests)}</td>
              <td class="number">{requests === 0 ? '–' : inColumn.total(transferSize)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
