import { usePanel } from '../state/panel-context.ts';
import { liveText } from '../state/session-text.ts';
import { ToneLabel } from './ToneLabel.tsx';

/** Whether the figures shown are still growing. */
export function LiveIndicator() {
  const { connection, current, recording } = usePanel();
  const { tone, text } = liveText(connection.value, current.value, recording.value?.state ?? null);
  return (
    <span class="live" role="status" data-testid="live">
      <ToneLabel tone={tone} text={text} />
    </span>
  );
}
