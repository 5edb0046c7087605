import type { StandsOut } from '../../analysis/stands-out.ts';
import { plainText } from '../state/plain-text.ts';
import { TONE_OF_SEVERITY } from '../state/tone.ts';
import { Mark } from './Mark.tsx';

interface Props {
  /** Class and test id of the list. */
  readonly id: string;
  readonly findings: readonly StandsOut[];
}

/** What stands out of all that the rules found, each with the way to the rest of its rule. */
export function FindingLines({ id, findings }: Props) {
  return (
    <ul class={`stands-out ${id}`} data-testid={id}>
      {findings.map(({ insightId, insightTitle, message, severity }, rank) => (
        // By rank: what is worse than others changes what the lines say, and moves none.
        <li key={rank}>
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
