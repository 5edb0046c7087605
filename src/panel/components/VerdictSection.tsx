import type { StandsOut, Verdict } from '../../analysis/verdict.ts';
import { usePanel } from '../state/panel-context.ts';
import { plainText } from '../state/plain-text.ts';
import { TONE_OF_LEVEL, TONE_OF_SEVERITY } from '../state/tone.ts';
import { useKeptRoom } from '../use-kept-room.ts';
import { LimitCountsLine } from './LimitCountsLine.tsx';
import { Mark } from './Mark.tsx';

/** The verdict: which limits do not hold, what to mend first, what else stands out. */
export function VerdictSection({ verdict }: { readonly verdict: Verdict }) {
  const { level, headline, limits, standsOut, lookFirst } = verdict;
  const [first, ...others] = standsOut;
  const { rooms, settled } = usePanel();
  const room = useKeptRoom<HTMLElement>(rooms, 'verdict', settled.value);
  return (
    <header {...room} class={`verdict ${settled.value ? '' : 'verdict-room'}`} data-testid="verdict" data-level={level}>
      <Mark tone={TONE_OF_LEVEL[level]} />
      <h1>{plainText(headline)}</h1>
      <LimitCountsLine limits={limits} />
      {lookFirst !== null && (
        <>
          <h2>Fix first</h2>
          {first ? (
            <Findings id="fix-first" findings={[first]} />
          ) : (
            <p class="clamp" data-testid="fix-first">
              {plainText(lookFirst)}
            </p>
          )}
        </>
      )}
      {others.length > 0 && (
        <>
          <h2>What else stands out</h2>
          <Findings id="stands-out" findings={others} />
        </>
      )}
    </header>
  );
}

function Findings({ id, findings }: { readonly id: string; readonly findings: readonly StandsOut[] }) {
  return (
    <ul class={`stands-out ${id}`} data-testid={id}>
      {findings.map(({ insightId, insightTitle, message, severity }) => (
        <li key={`${insightId} ${message}`}>
          <Mark tone={TONE_OF_SEVERITY[severity]} />
          <span class="clamp" title={message}>
            {plainText(message)}
          </span>
          <button
            type="button"
            class="text-button"
            title="Show all that this rule found"
            onClick={() => show(insightId)}
          >
            {insightTitle}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Brings the rule's findings into sight, which are further down in this view. */
function show(insightId: string): void {
  const insight = document.querySelector<HTMLDetailsElement>(`details[data-insight="${insightId}"]`);
  if (!insight) return;
  insight.open = true;
  insight.scrollIntoView();
  insight.querySelector('summary')?.focus({ preventScroll: true });
}
