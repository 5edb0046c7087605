import { useSignal } from '@preact/signals';
import type { Trend } from '../../../analysis/history/trend.ts';
import { MoreButton } from '../../components/MoreButton.tsx';
import { TableHead } from '../../components/TableHead.tsx';
import { ToneLabel } from '../../components/ToneLabel.tsx';
import { inColumn } from '../../format.ts';
import { usePanel } from '../../state/panel-context.ts';
import { relativeUrl } from '../../state/url-text.ts';
import { moment } from '../row-text.ts';
import { againstLimits, TREND_TITLES } from './trend-text.ts';

const STEP = 20;

/** The values of the chart, the newest first; each leads to its page load while that is stored. */
export function TrendTable({ trend, id }: { readonly trend: Trend; readonly id: string }) {
  const { openPageLoad } = usePanel();
  const limit = useSignal(STEP);
  const newestFirst = trend.points.toReversed();
  return (
    <>
      <table class="table trend-table" id={id}>
        <TableHead
          headings={[
            { text: 'Time' },
            { text: 'Page' },
            { text: TREND_TITLES[trend.metric], class: 'number' },
            { text: 'Budget' },
          ]}
        />
        <tbody>
          {newestFirst.slice(0, limit.value).map((point, index) => {
            const { load, view, value } = point;
            const time = moment(view.startedAt);
            return (
              <tr key={`${load.pageLoadId} ${view.viewId ?? index}`} data-testid="trend-point">
                <th scope="row">
                  {load.state === 'summary' ? (
                    <span title="Only its summary is kept">{time}</span>
                  ) : (
                    <button
                      type="button"
                      class="text-button"
                      title="Open this page load"
                      onClick={() => openPageLoad(load)}
                    >
                      {time}
                    </button>
                  )}
                </th>
                <td class="trend-page" title={view.url}>
                  {relativeUrl(view.url)}
                </td>
                <td class="number">{inColumn.limitValue(value, trend.unit)}</td>
                <td>
                  <ToneLabel {...againstLimits(point, trend)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <MoreButton
        shown={limit.value}
        total={newestFirst.length}
        step={STEP}
        onMore={(shown) => {
          limit.value = shown;
        }}
      />
    </>
  );
}
