import { PHASE_NAMES, phaseToBlame } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatMs } from '../format.ts';
import { PHASE_LABELS } from './phase-names.ts';
import { percent } from './waterfall.ts';
import { partColor } from './waterfall-colors.ts';

/** The phases of a request one under the other, each where it lies in the request's time. The longest stands out. */
export function PhaseBars({ resource }: { readonly resource: ResourceRecord }) {
  const blame = phaseToBlame(resource);
  const { phases, duration, startTime } = resource;
  let elapsed = 0;
  return (
    <>
      <p>
        {formatMs(duration)}, from {formatMs(startTime)} to {formatMs(startTime + duration)}
      </p>
      {blame === null && <p class="muted">The browser hides the phases of this request.</p>}
      {PHASE_NAMES.map((name) => {
        const ms = phases[name];
        if (ms === null) return null;
        const left = share(elapsed, duration);
        elapsed += ms;
        return (
          <div class="phase" key={name} data-blame={name === blame?.name}>
            <span class="phase-name">{PHASE_LABELS[name]}</span>
            <div class="phase-track" aria-hidden="true">
              <div
                class="phase-bar"
                style={{
                  marginLeft: percent(left),
                  width: percent(Math.min(1 - left, share(ms, duration))),
                  backgroundColor: partColor(name),
                }}
              />
            </div>
            <span class="number">{formatMs(ms)}</span>
          </div>
        );
      })}
    </>
  );
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}
