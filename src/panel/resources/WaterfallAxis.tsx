import { formatMs } from '../format.ts';
import { percent, shareOf, type WaterfallScale } from './waterfall.ts';

/** Room that a tick's text takes, in CSS pixels. */
const TICK_WIDTH = 52;

interface Props {
  readonly scale: WaterfallScale;
  /** Of the column, in CSS pixels. */
  readonly width: number;
}

/** The round moments of the scale, in the header of the column, as many as there is room for; the last would not fit. */
export function WaterfallAxis({ scale, width }: Props) {
  const intervals = scale.ticks.length - 1;
  const every = Math.ceil((TICK_WIDTH * intervals) / Math.max(1, width));
  return (
    <span class="waterfall-axis" aria-hidden="true">
      {scale.ticks
        .slice(0, -1)
        .filter((_, index) => index % every === 0)
        .map((tick) => (
          <span key={tick} class="waterfall-tick" style={{ left: percent(shareOf(tick, scale)) }}>
            {formatMs(tick)}
          </span>
        ))}
    </span>
  );
}
