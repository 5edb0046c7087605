import { useComputed } from '@preact/signals';
import { urlPattern } from '../../../analysis/budgets/url-pattern.ts';
import { knownPatterns, TREND_METRICS, trendOf } from '../../../analysis/history/trend.ts';
import { XyChart } from '../../charts/XyChart.tsx';
import { formatCount } from '../../format.ts';
import { usePanel } from '../../state/panel-context.ts';
import { useKeptScroll } from '../../use-kept-scroll.ts';
import type { SessionsState } from '../sessions-state.ts';
import { TrendTable } from './TrendTable.tsx';
import { trendPicture } from './trend-picture.ts';
import { TREND_TITLES, trendText } from './trend-text.ts';
import '../../styles/trends.css';

const TABLE_ID = 'trend-values';

/** How a metric of pages of one kind went, over all sessions that are known. */
export function TrendsView({ state }: { readonly state: SessionsState }) {
  const { current, terms, scrollPositions } = usePanel();
  const patterns = useComputed(() => knownPatterns(state.list.loads.value));
  const pattern = useComputed(() => {
    const wished = state.location.value.pattern ?? (current.value && urlPattern(current.value.url));
    return (patterns.value.find((known) => known.pattern === wished) ?? patterns.value[0])?.pattern ?? null;
  });
  const metric = useComputed(() => TREND_METRICS.find((name) => name === state.location.value.metric) ?? 'LCP');
  const trend = useComputed(() =>
    pattern.value === null ? null : trendOf(state.list.loads.value, pattern.value, metric.value, terms.value.budgets),
  );
  const picture = useComputed(() => (trend.value && trend.value.points.length > 1 ? trendPicture(trend.value) : null));

  const scroller = useKeptScroll<HTMLDivElement>(scrollPositions, `trends ${pattern.value} ${metric.value}`);

  if (trend.value === null)
    return (
      <div class="placeholder" data-testid="no-trend">
        <h1>No page load is stored yet</h1>
        <p>Open or reload a page: from its second load on, its course is shown here.</p>
      </div>
    );
  const text = trendText(trend.value);
  return (
    <div ref={scroller} class="trends section" data-testid="trends">
      <div class="trend-choices">
        <label class="field">
          <span>Pages</span>
          <select
            class="select"
            value={pattern.value ?? ''}
            onChange={({ currentTarget }) => state.update({ pattern: currentTarget.value })}
          >
            {patterns.value.map(({ pattern: name, views }) => (
              <option key={name} value={name}>
                {name} ({formatCount(views)})
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Metric</span>
          <select
            class="select"
            value={metric.value}
            onChange={({ currentTarget }) => state.update({ metric: currentTarget.value })}
          >
            {TREND_METRICS.map((name) => (
              <option key={name} value={name}>
                {TREND_TITLES[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p data-testid="trend-text">{text}</p>
      {picture.value && <XyChart testId="trend-chart" label={text} details={TABLE_ID} data={picture.value} />}
      {trend.value.points.length === 1 && (
        <p class="muted">A course needs two: load such a page again to see where it goes.</p>
      )}
      {trend.value.points.length > 0 && (
        <TrendTable key={`${pattern.value} ${metric.value}`} trend={trend.value} id={TABLE_ID} />
      )}
    </div>
  );
}
