import type { ExplainedShift } from '../../analysis/timeline/explain-shift.ts';
import { evidenceText } from '../../analysis/timeline/shift-evidence.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import { formatMs, formatNumber } from '../format.ts';
import { plainText } from '../state/plain-text.ts';
import { ShiftPicture } from './ShiftPicture.tsx';

interface Props {
  readonly shift: LayoutShiftRecord;
  readonly cause: ExplainedShift;
}

/** One shift: what moved, by how much, why, and a picture of it. */
export function ShiftItem({ shift, cause }: Props) {
  const { kind, selector, others, distance, evidence } = cause;
  const moved = distance > 0 ? `was pushed ${formatNumber(distance, 0)} px` : 'moved';
  return (
    <li class="shift" data-testid="shift">
      <ShiftPicture sources={shift.sources} />
      <div class="shift-text">
        <p>
          <strong class="number">{formatNumber(shift.value, 3)}</strong>{' '}
          <span class="muted">at {formatMs(shift.startTime)}</span>
        </p>
        <p>
          {selector === null ? 'An element that is gone' : <code class="code">{plainText(selector)}</code>}{' '}
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
            ? 'It followed an input within 500 ms and does not count towards CLS.'
            : evidenceText(evidence) || 'No image, font or frame arrived in the 500 ms before it.'}
        </p>
      </div>
    </li>
  );
}
