import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';

interface Props {
  readonly parts: readonly { readonly label: string; readonly duration: Milliseconds }[];
  /** How much of the width the bar takes: all of it, unless there are others to compare it with. */
  readonly share?: number;
}

/** Parts of a time in their order, as a bar and as a list. */
export function PartsBar({ parts, share = 1 }: Props) {
  return (
    <>
      <div class="parts-bar" aria-hidden="true" style={{ width: `${100 * share}%` }}>
        {parts.map(({ label, duration }) => (
          <span class="part" key={label} style={{ flex: `${Math.max(0, duration)} 0 0` }} />
        ))}
      </div>
      <ul class="parts-list">
        {parts.map(({ label, duration }) => (
          <li class="part" key={label}>
            <span class="muted">{label}</span>
            <span class="number">{formatMs(duration)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
