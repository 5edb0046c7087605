import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { type TimeSpan, timeBars } from '../state/time-bars.ts';
import type { TimeMarker } from '../state/timeline-range.ts';

/** The drawing's own units; it is stretched to the room there is. */
const WIDTH = 1000;
const HEIGHT = 64;
const MIN_BAR = 2;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

interface Props {
  /** The picture in words; what it holds is in a table besides. */
  readonly label: string;
  readonly spans: readonly TimeSpan[];
  /** Times that are shaded behind the bars. */
  readonly ranges?: readonly { readonly startTime: Milliseconds; readonly duration: Milliseconds }[];
  readonly markers: readonly TimeMarker[];
  readonly until: Milliseconds;
}

/** Bars over the time since the navigation began, with the moments of the load. */
export function Timeline({ label, spans, ranges = [], markers, until }: Props) {
  const x = (time: Milliseconds) => (WIDTH * Math.min(time, until)) / until;
  return (
    <div class="timeline" role="img" aria-label={label} data-testid="timeline">
      <div class="timeline-markers" aria-hidden="true">
        {markers.map(({ label: name, time }, index) => (
          <span
            key={name}
            class="timeline-marker"
            style={{ left: `${(100 * time) / until}%`, top: `${14 * index}px` }}
            data-side={time > until * 0.8 ? 'left' : 'right'}
          >
            {name} {formatMs(time)}
          </span>
        ))}
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {ranges.map(({ startTime, duration }) => (
          <rect
            key={startTime}
            class="timeline-range"
            x={x(startTime)}
            width={Math.max(MIN_BAR, x(startTime + duration) - x(startTime))}
            y="0"
            height={HEIGHT}
          />
        ))}
        {timeBars(spans, until).map(({ left, width, height, tone }) => {
          const tall = Math.max(4, height * HEIGHT);
          return (
            <rect
              key={left}
              class="timeline-bar"
              data-tone={tone}
              x={left * WIDTH}
              width={Math.max(MIN_BAR, width * WIDTH)}
              y={HEIGHT - tall}
              height={tall}
            />
          );
        })}
        {markers.map(({ label: name, time }) => (
          <line key={name} class="timeline-line" x1={x(time)} x2={x(time)} y1="0" y2={HEIGHT} />
        ))}
      </svg>
      <div class="timeline-axis" aria-hidden="true">
        {TICKS.map((tick) => (
          <span key={tick}>{formatMs(tick * until)}</span>
        ))}
      </div>
    </div>
  );
}
