import type { ExplainedShift } from '../../analysis/timeline/explain-shift.ts';
import { evidenceText } from '../../analysis/timeline/shift-evidence.ts';
import { AN_UNNAMED_ELEMENT } from '../../analysis/unnamed-element.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import { formatMs, formatNumber, inColumn } from '../format.ts';
import { ElementName } from '../in-page/ElementName.tsx';
import { usePointing } from '../in-page/use-pointing.ts';
import { plainText } from '../state/plain-text.ts';
import { ShiftPicture } from './ShiftPicture.tsx';

/** A shift names five elements at most; the one to blame may be another. */
const MAX_POINTED = 5;

interface Props {
  readonly shift: LayoutShiftRecord;
  readonly cause: ExplainedShift;
}

/** One shift: what moved, by how much, why, and a picture of it; what moved is outlined in the page meanwhile. */
export function ShiftItem({ shift, cause }: Props) {
  const { kind, selector, others, distance, evidence } = cause;
  const pointing = usePointing([selector, ...others].slice(0, MAX_POINTED));
  const moved = distance > 0 ? `was pushed ${formatNumber(distance, 0)}\u00a0px` : 'moved';
  return (
    <li class={pointing.inspect ? 'shift pointing' : 'shift'} data-testid="shift" {...pointing.handlers}>
      <ShiftPicture sources={shift.sources} />
      <div class="shift-text">
        <p>
          <strong class="number">{inColumn.limitValue(shift.value, 'score')}</strong>{' '}
          <span class="muted">at {formatMs(shift.startTime)}</span>
        </p>
        <p>
          {selector === null ? AN_UNNAMED_ELEMENT : <ElementName selector={selector} pointing={pointing} />}{' '}
          {kind === 'appeared' ? 'appeared' : moved}
          {others.length > 0 && (
            <>
              {kind === 'appeared' ? ', moving ' : ', with '}
              <code class="code">{plainText(others.join(', '))}</code>
            </>
          )}
        </p>
        <p class="muted">
          {shift.hadRecentInput
            ? 'It followed an input within 500\u00a0ms and does not count towards CLS.'
            : evidenceText(evidence) || 'No image, font or frame arrived in the 500\u00a0ms before it.'}
        </p>
      </div>
    </li>
  );
}
