import { formatMs } from '../format.ts';
import { percent, shareOf, type WaterfallScale } from './waterfall.ts';

/** The round moments of the scale, in the header of the column; the first and the last would not fit. */
export function WaterfallAxis({ scale }: { readonly scale: WaterfallScale }) {
  return (
    <span class="waterfall-axis">
      {scale.ticks.slice(0, -1).map((tick) => (
        <span key={tick} class="waterfall-tick" style={{ left: percent(shareOf(tick, scale)) }}>
          {formatMs(tick)}
        </span>
      ))}
    </span>
  );
}
