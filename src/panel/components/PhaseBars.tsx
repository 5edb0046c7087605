import { PHASE_NAMES, phaseToBlame } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatMs } from '../format.ts';

/** The phases of a request one under the other, each where it lies in the request's time. The longest stands out. */
export function PhaseBars({ resource }: { readonly resource: ResourceRecord }) {
  const blame = phaseToBlame(resource);
  const { phases, duration, startTime } = resource;
  let elapsed = 0;
  return (
    <>
      <p>
        {formatMs(duration)} from {formatMs(startTime)}
      </p>
      {blame === null && <p class="muted">The browser hides the phases of this request.</p>}
      {PHASE_NAMES.map((name) => {
        const ms = phases[name];
        if (ms === null) return null;
        const left = percent(elapsed, duration);
        elapsed += ms;
        return (
          <div class="phase" key={name} data-blame={name === blame?.name}>
            <span class="muted">{name}</span>
            <div class="phase-track" aria-hidden="true">
              <div class="phase-bar" style={{ marginLeft: left, width: percent(ms, duration) }} />
            </div>
            <span class="number">{formatMs(ms)}</span>
          </div>
        );
      })}
    </>
  );
}

function percent(part: number, whole: number): string {
  return `${whole > 0 ? Math.min(100, (100 * part) / whole) : 0}%`;
}
