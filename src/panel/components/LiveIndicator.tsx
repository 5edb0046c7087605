import { usePanel } from '../state/panel-context.ts';
import { liveText, type ToneText } from '../state/session-text.ts';
import { ToneLabel } from './ToneLabel.tsx';

/** Of another session nothing is told as it comes. */
const EARLIER: ToneText = { tone: 'none', text: 'Earlier session' };

/** Whether the figures shown are still growing. */
export function LiveIndicator() {
  const { connection, current, recording, location, isLive } = usePanel();
  const { tone, text } =
    location.value.sessionId === null
      ? liveText(connection.value, current.value, isLive.value ? (recording.value?.state ?? null) : null)
      : EARLIER;
  return (
    <span class="live" role="status" data-testid="live">
      <ToneLabel tone={tone} text={text} />
    </span>
  );
}
