import type { Verdict } from '../../analysis/verdict.ts';
import { usePanel } from '../state/panel-context.ts';
import { plainText } from '../state/plain-text.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import { useKeptRoom } from '../use-kept-room.ts';
import { FindingLines } from './FindingLines.tsx';
import { LimitCountsLine } from './LimitCountsLine.tsx';
import { Mark } from './Mark.tsx';

/** The verdict: which limits do not hold, and what to mend first. */
export function VerdictSection({ verdict }: { readonly verdict: Verdict }) {
  const { level, headline, limits, standsOut, lookFirst } = verdict;
  const [first] = standsOut;
  const { rooms, settled, current } = usePanel();
  const room = useKeptRoom<HTMLElement>(rooms, 'verdict', settled.value);
  const mayGrow = !settled.value || current.value?.state === 'open';
  return (
    <header {...room} class={`verdict ${mayGrow ? 'verdict-room' : ''}`} data-testid="verdict" data-level={level}>
      <Mark tone={TONE_OF_LEVEL[level]} />
      <h1>{plainText(headline)}</h1>
      <LimitCountsLine limits={limits} />
      {lookFirst !== null && (
        <>
          <h2>Fix first</h2>
          {first ? (
            <FindingLines id="fix-first" findings={[first]} />
          ) : (
            <p class="clamp" data-testid="fix-first">
              {plainText(lookFirst)}
            </p>
          )}
        </>
      )}
    </header>
  );
}
