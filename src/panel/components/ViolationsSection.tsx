import type { ViewAnalysis } from '../../model/analysis.ts';
import type { BudgetResult } from '../../model/budget.ts';
import { counted, formatLimitValue } from '../format.ts';
import { useArrivalOrder } from '../state/arrival-order.ts';
import { KeptRoom } from './KeptRoom.tsx';
import { type Heading, TableHead } from './TableHead.tsx';
import { ViewVerdicts } from './ViewVerdicts.tsx';
import { ViolationRows } from './ViolationRows.tsx';

const HEADINGS: readonly Heading[] = [
  { text: 'Level', class: 'level' },
  { text: 'Limit on' },
  { text: 'Limit', class: 'number limit' },
  { text: 'Actual', class: 'number' },
  { text: 'Over by', class: 'number over' },
  { text: 'Offenders', class: 'offenders' },
];

interface Props {
  readonly results: readonly BudgetResult[];
  readonly origin: string;
  /** Given where the verdicts of single views are of interest. */
  readonly views?: readonly ViewAnalysis[];
  /** What is below stays where it is while the page load grows. */
  readonly isSteady?: boolean;
}

/**
 * The limits that do not hold, each with what made it fail: errors first, then what breaks while one looks on. Limits without a
 * verdict are named below.
 */
export function ViolationsSection({ results, origin, views = [], isSteady = false }: Props) {
  const errors = results.filter((result) => result.level === 'error');
  const warnings = results.filter((result) => result.level === 'warn');
  const violations = useArrivalOrder([...errors, ...warnings], keyOf);
  const notMeasured = results.filter((result) => result.level === 'not-measured');
  return (
    <section class="section" aria-labelledby="violations-title">
      <h2 id="violations-title">Violations</h2>
      <KeptRoom class="violations-room" label="Limits that do not hold" isKept={isSteady}>
        {violations.length === 0 ? (
          <p class="none">
            {results.length === notMeasured.length ? 'No limit was measured.' : 'Every measured limit holds.'}
          </p>
        ) : (
          <table class="table violations">
            <TableHead headings={HEADINGS} />
            <tbody>
              {violations.map((result) => (
                <ViolationRows key={keyOf(result)} result={result} origin={origin} />
              ))}
            </tbody>
          </table>
        )}
      </KeptRoom>
      {views.length > 1 && (
        <KeptRoom class="view-verdicts-room" label="Verdicts of views">
          <ViewVerdicts results={results} views={views} origin={origin} />
        </KeptRoom>
      )}
      {notMeasured.length > 0 ? (
        <NotMeasured results={notMeasured} />
      ) : (
        isSteady && <p class="not-measured">Every limit was measured.</p>
      )}
    </section>
  );
}

function NotMeasured({ results }: { readonly results: readonly BudgetResult[] }) {
  return (
    <details class="not-measured">
      <summary>{counted(results.length, 'limit was', 'limits were')} not measured</summary>
      <ul>
        {results.map((result) => (
          <li key={keyOf(result)} data-testid="not-measured" data-metric={result.metric}>
            {result.metric}: {knownPart(result)}
            {result.reason ?? 'no data'}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A budget may limit a metric twice, by a number and against the baseline. */
function keyOf({ budget, metric, baseline, expected }: BudgetResult): string {
  return `${budget} ${metric} ${baseline === null && expected !== null ? '' : 'relative'}`;
}

/** Of a sum with hidden parts, what is known of it: too little to break the limit, and no reason to say that it holds. */
function knownPart({ atLeast, actual, unit }: BudgetResult): string {
  return atLeast && actual !== null ? `at least ${formatLimitValue(actual, unit)}. ` : '';
}
