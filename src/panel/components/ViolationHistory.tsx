import { metricLabel } from '../../analysis/budgets/metric-label.ts';
import type { ViolationEvent } from '../../model/budget-history.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { counted, formatMs } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import { KeptRoom } from './KeptRoom.tsx';
import { ToneLabel } from './ToneLabel.tsx';

interface Props {
  readonly events: readonly ViolationEvent[];
  readonly timeOrigin: EpochMilliseconds;
}

const LEVELS = { pass: 'holds again', warn: 'warning', error: 'error', 'not-measured': 'no longer measured' } as const;

/** When limits of this page load broke and held again, as the background saw it. */
export function ViolationHistory({ events, timeOrigin }: Props) {
  const isOpen = usePanel().current.value?.state === 'open';
  // It has its line as long as there may be one.
  if (events.length === 0 && !isOpen) return null;
  return (
    <section class="section">
      {events.length === 0 ? (
        <p class="muted">No verdict on a limit has changed so far.</p>
      ) : (
        <details class="violation-history">
          <summary>What happened when ({counted(events.length, 'event')})</summary>
          <KeptRoom class="violation-events" label="What happened when">
            <ol>
              {events.map(({ at, budget, metric, level, relative }) => (
                <li key={`${at} ${budget} ${metric} ${relative}`} data-testid="violation-event">
                  <span class="number">{formatMs(Math.max(0, at - timeOrigin))}</span>{' '}
                  <ToneLabel tone={TONE_OF_LEVEL[level]} text={LEVELS[level]} /> {metricLabel(metric)}
                  <span class="muted"> {budget}</span>
                </li>
              ))}
            </ol>
          </KeptRoom>
        </details>
      )}
    </section>
  );
}
