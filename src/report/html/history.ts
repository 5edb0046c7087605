import { urlPattern } from '../../analysis/budgets/url-pattern.ts';
import { formatMetric, formatTotal } from '../../analysis/format.ts';
import type { MetricName } from '../../model/metrics.ts';
import type { ReportPageLoad } from '../../model/report.ts';
import { analysisOf } from '../analysis-of.ts';
import { html, type SafeHtml } from './escape.ts';
import { andMore, table } from './table.ts';

const METRICS: readonly MetricName[] = ['LCP', 'CLS', 'INP', 'TTFB'];
const MAX_ROWS = 20;
const WIDTH = 150;
const HEIGHT = 26;
/** Room for the dots at the edges. */
const EDGE = 3;

/** A figure of one page over its loads, the first one first; a null value was not measured. */
interface Course {
  readonly page: string;
  readonly figure: string;
  readonly points: readonly { readonly value: number | null; readonly text: string }[];
}

/** How the figures of each kind of page that was loaded several times went from load to load; null when none was. */
export function historySection(pageLoads: readonly ReportPageLoad[]): SafeHtml | null {
  const courses = [...byKind(pageLoads)].flatMap(([page, loads]) => (loads.length > 1 ? coursesOf(page, loads) : []));
  if (courses.length === 0) return null;
  return html`<h2 class="history">History</h2>
<p class="note">Of pages that were loaded several times, those of one kind (<code>*</code> is an id) together; each dot is a load, a gap is one that was not measured.</p>
${table<Course>(
  'History',
  [
    { title: 'Page', kind: 'url', cell: ({ page }) => page },
    { title: 'Figure', kind: 'short', cell: ({ figure }) => figure },
    { title: 'First', kind: 'number', cell: ({ points }) => points[0]?.text },
    { title: 'Latest', kind: 'number', cell: ({ points }) => points.at(-1)?.text },
    { title: 'Course', cell: line },
  ],
  courses.slice(0, MAX_ROWS),
)}${andMore(courses.length - MAX_ROWS, 'figures')}
`;
}

/** By what the URLs of pages of one kind have in common, as the panel's trends have them. */
function byKind(pageLoads: readonly ReportPageLoad[]): ReadonlyMap<string, readonly ReportPageLoad[]> {
  const pages = new Map<string, ReportPageLoad[]>();
  for (const load of pageLoads.toSorted((a, b) => a.timeOrigin - b.timeOrigin)) {
    const page = urlPattern(load.url);
    pages.set(page, [...(pages.get(page) ?? []), load]);
  }
  return pages;
}

/** Those of which at least two loads know the value. */
function coursesOf(page: string, loads: readonly ReportPageLoad[]): readonly Course[] {
  const metrics = METRICS.map((name) => ({ page, figure: name, points: loads.map((load) => pointOf(load, name)) }));
  const transferred = { page, figure: 'Transferred', points: loads.map(transferOf) };
  return [...metrics, transferred].filter(({ points }) => points.filter(({ value }) => value !== null).length > 1);
}

function pointOf({ views }: ReportPageLoad, name: MetricName): Course['points'][number] {
  const metric = views[0]?.metrics.find((candidate) => candidate.name === name);
  if (!metric) return { value: null, text: 'no data' };
  return { value: metric.value, text: formatMetric({ ...metric, final: true }) };
}

function transferOf(load: ReportPageLoad): Course['points'][number] {
  const total = analysisOf(load).totals.find(({ resourceType }) => resourceType === 'total');
  return total
    ? { value: total.transferSize.value, text: formatTotal(total.transferSize) }
    : { value: null, text: 'unknown' };
}

function line({ points }: Course): SafeHtml {
  const known = points.flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => EDGE + (index / (points.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const at = points.map(({ value }, index) => (value === null ? null : [x(index).toFixed(1), y(value).toFixed(1)]));
  const path = at.map((point, index) => point && `${at[index - 1] ? 'L' : 'M'}${point.join(' ')}`).filter(Boolean);
  return html`<svg class="course" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${points.map(({ text }) => text).join(', ')}">
<path d="${path.join('')}"/>${at.map((point) => point && html`<circle cx="${point[0]}" cy="${point[1]}" r="2"/>`)}</svg>`;
}
