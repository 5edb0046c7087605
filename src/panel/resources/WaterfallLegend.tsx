import { formatMs } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { BAR_LEGEND } from './phase-names.ts';
import { WATERFALL_SPANS, type WaterfallSpan } from './resources-location.ts';
import type { ResourcesState } from './resources-state.ts';
import { markerColor, partColor } from './waterfall-colors.ts';

const SPAN_TEXT: Readonly<Record<WaterfallSpan, string>> = {
  requests: 'Time of all requests',
  sight: 'Time of rows in sight',
  load: 'Time until loaded',
};

/** What the colours and lines of the waterfall mean, and which time it shows. */
export function WaterfallLegend({ state }: { readonly state: ResourcesState }) {
  const { location, updateLocation } = usePanel();
  return (
    <div class="waterfall-legend" data-testid="waterfall-legend">
      <select
        class="select"
        aria-label="Time shown in the waterfall"
        data-testid="waterfall-span"
        value={location.value.span}
        onChange={(event) =>
          updateLocation({ span: WATERFALL_SPANS.find((name) => name === event.currentTarget.value) ?? 'requests' })
        }
      >
        {WATERFALL_SPANS.map((name) => (
          <option key={name} value={name}>
            {SPAN_TEXT[name]}
          </option>
        ))}
      </select>
      <ul aria-label="Moments of the load">
        {state.markers.value.map(({ label, time }) => (
          <li key={label}>
            <span class="swatch-line" style={{ backgroundColor: markerColor(label) }} /> {label} {formatMs(time)}
          </li>
        ))}
      </ul>
      <ul aria-label="Parts of a request">
        {BAR_LEGEND.map(([part, label]) => (
          <li key={part}>
            <span class="swatch" style={{ backgroundColor: partColor(part) }} /> {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
