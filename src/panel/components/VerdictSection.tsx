import type { StandsOut, Verdict } from '../../analysis/verdict.ts';
import { counted } from '../format.ts';
import { plainText } from '../state/plain-text.ts';
import { TONE_OF_LEVEL, TONE_OF_SEVERITY } from '../state/tone.ts';
import { Mark } from './Mark.tsx';
import { ToneLabel } from './ToneLabel.tsx';

/** The verdict: which limits do not hold, what to mend first, what else stands out. */
export function VerdictSection({ verdict }: { readonly verdict: Verdict }) {
  const { level, headline, limits, standsOut, lookFirst } = verdict;
  const [first, ...others] = standsOut;
  return (
    <header class="verdict" data-testid="verdict" data-level={level}>
      <Mark tone={TONE_OF_LEVEL[level]} />
      <h1>{plainText(headline)}</h1>
      <p class="verdict-limits" data-testid="limits">
        {limits.error > 0 && <ToneLabel tone="error" text={counted(limits.error, 'error')} />}
        {limits.warn > 0 && <ToneLabel tone="warn" text={counted(limits.warn, 'warning')} />}
        {limits.error + limits.warn > 0 && limits.held > 0 && <ToneLabel tone="good" text={`${limits.held} held`} />}
        {limits.notMeasured > 0 && <ToneLabel tone="none" text={`${limits.notMeasured} not measured`} />}
      </p>
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
