import type { Change } from '../../../analysis/compare/change.ts';
import type { PageComparison } from '../../../analysis/compare/compare-page-loads.ts';
import type { LimitUnit } from '../../../model/budget.ts';
import { METRIC_TITLES } from '../../../model/metrics.ts';
import type { SizeTotal } from '../../../model/size.ts';
import { counted } from '../../format.ts';
import { type ComparisonRow, ComparisonTable } from './ComparisonTable.tsx';
import {
  bytesOfSide,
  type ComparedSides,
  differenceText,
  figureText,
  judgedDifference,
  lessIsBetter,
  sideText,
  unsupportedText,
} from './change-text.ts';

type Shown<Part extends keyof PageComparison> = Pick<PageComparison, Part> & { readonly sides: ComparedSides };

/** Vitals side by side. */
export function ComparedVitals({ metrics, sides }: Shown<'metrics'>) {
  const rows = metrics.map(
    ({ name, a, b, difference, direction }): ComparisonRow => ({
      key: name,
      label: name,
      title: METRIC_TITLES[name],
      a: sideText(a),
      b: sideText(b),
      change: judgedDifference(difference, name === 'CLS' ? 'score' : 'ms', direction),
    }),
  );
  return (
    <section class="section" aria-labelledby="compared-vitals">
      <h2 id="compared-vitals">Vitals</h2>
      <ComparisonTable heading="Metric" rows={rows} note={unsupportedText(rows, sides)} />
    </section>
  );
}

/** Long tasks and layout shifts side by side. */
export function ComparedWork({ work: { longTasks, layoutShifts }, sides }: Shown<'work'>) {
  const rows = [
    figure('Long tasks', longTasks.count, 'count'),
    figure('Blocking time of long tasks', longTasks.blockingMs, 'ms'),
    figure('Longest task', longTasks.longestMs, 'ms'),
    figure('Layout shifts', layoutShifts.count, 'count'),
    figure('Sum of shift scores', layoutShifts.score, 'score'),
    figure('Largest shift', layoutShifts.largest, 'score'),
  ];
  return (
    <section class="section" aria-labelledby="compared-work">
      <h2 id="compared-work">Main thread and layout shifts</h2>
      <ComparisonTable heading="Figure" rows={rows} note={unsupportedText(rows, sides)} />
    </section>
  );
}

function figure(label: string, { a, b, difference }: Change, unit: LimitUnit): ComparisonRow {
  return {
    key: label,
    label,
    a: figureText(a, unit),
    b: figureText(b, unit),
    change: judgedDifference(difference, unit, lessIsBetter(difference)),
  };
}

/** Requests and bytes by type side by side; types that neither has are left out. */
export function ComparedTotals({ totals }: Pick<PageComparison, 'totals'>) {
  const rows = totals
    .filter(({ requests }) => requests.a !== 0 || requests.b !== 0)
    .map(({ resourceType, requests, bytes }): ComparisonRow => {
      const side = (name: 'a' | 'b') => ({
        tone: 'none' as const,
        text: sideOf(bytes[name], requests[name]),
      });
      return {
        key: resourceType,
        label: resourceType === 'third-party' ? 'of which third-party' : resourceType,
        a: side('a'),
        b: side('b'),
        change: { tone: 'none', text: totalText(bytes.difference, requests.difference) },
      };
    });
  return (
    <section class="section" aria-labelledby="compared-totals">
      <h2 id="compared-totals">Transferred by type</h2>
      {rows.length === 0 ? (
        <p class="none">Neither made a request that was recorded.</p>
      ) : (
        <ComparisonTable heading="Type" rows={rows} />
      )}
    </section>
  );
}

function sideOf(bytes: SizeTotal, requests: number | null): string {
  return `${bytesOfSide(bytes, requests)}, ${requests === null ? 'unknown requests' : counted(requests, 'request')}`;
}

/** Bytes first; as many requests as before need no word. */
function totalText(bytes: number | null, requests: number | null): string {
  if (requests === 0) return differenceText(bytes, 'bytes');
  const noun = requests !== null && Math.abs(requests) === 1 ? 'request' : 'requests';
  return `${differenceText(bytes, 'bytes')}, ${differenceText(requests, 'count')} ${noun}`;
}
