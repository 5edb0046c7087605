import { ratingLabel } from '../../analysis/format.ts';
import { rate } from '../../analysis/metrics/thresholds.ts';
import { longestScript, partToBlame } from '../../analysis/timeline/interaction-part.ts';
import { scriptLabel } from '../../analysis/timeline/script-label.ts';
import type { LongAnimationFrameEntry } from '../../model/entries.ts';
import type { InteractionRecord } from '../../model/timeline.ts';
import type { Milliseconds } from '../../model/units.ts';
import { PartsBar } from '../components/PartsBar.tsx';
import { ToneLabel } from '../components/ToneLabel.tsx';
import { formatMs } from '../format.ts';
import { ElementName } from '../in-page/ElementName.tsx';
import { usePointing } from '../in-page/use-pointing.ts';
import { plainText } from '../state/plain-text.ts';
import { TONE_OF_RATING } from '../state/tone.ts';

interface Props {
  readonly interaction: InteractionRecord;
  readonly frames: readonly LongAnimationFrameEntry[];
  /** The slowest interaction's duration, which the bars are drawn to. */
  readonly longest: Milliseconds;
}

/** One interaction: where its time went, and the script that took the most of the longest part. */
export function InteractionItem({ interaction, frames, longest }: Props) {
  const { type, target, startTime, duration, inputDelay, processingDuration, presentationDelay } = interaction;
  const pointing = usePointing([target]);
  const part = partToBlame(interaction);
  const script = longestScript(part, frames);
  const cause = `Most of the time ${part.doing}${script === null ? '.' : `: ${plainText(scriptLabel(script))}`}`;
  const rating = rate('INP', duration);
  return (
    <li
      class={pointing.inspect ? 'interaction pointing' : 'interaction'}
      data-testid="interaction"
      {...pointing.handlers}
    >
      <p class="interaction-head">
        <ToneLabel tone={TONE_OF_RATING[rating]} text={`${formatMs(duration)}, ${ratingLabel(rating)}`} />
        <span class="interaction-target">
          {plainText(type)} on <ElementName selector={target} pointing={pointing} />
        </span>
        <span class="muted">at {formatMs(startTime)}</span>
      </p>
      <PartsBar
        share={duration / longest}
        parts={[
          { label: 'Input delay', duration: inputDelay },
          { label: 'Processing', duration: processingDuration },
          { label: 'Presentation delay', duration: presentationDelay },
        ]}
      />
      <p class="muted interaction-cause" title={cause}>
        {cause}
      </p>
    </li>
  );
}
