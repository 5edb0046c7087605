import { useSignal } from '@preact/signals';
import type { FindingChange, FindingComparison } from '../../../analysis/compare/compare-findings.ts';
import { MoreButton } from '../../components/MoreButton.tsx';
import { ToneLabel } from '../../components/ToneLabel.tsx';
import type { Tone } from '../../state/tone.ts';

const STEP = 20;

const KINDS: Readonly<Record<FindingChange['kind'], readonly [Tone, string]>> = {
  new: ['error', 'New'],
  worse: ['warn', 'Worse'],
  better: ['good', 'Better'],
  gone: ['good', 'Gone'],
};

/** What the rules find in one and not in the other, or more of. */
export function ComparedFindings({ findings: { changes, notCompared } }: { readonly findings: FindingComparison }) {
  const limit = useSignal(STEP);
  return (
    <section class="section" aria-labelledby="compared-findings">
      <h2 id="compared-findings">Findings that came, went or changed</h2>
      {changes.length === 0 && <p class="none">The rules find the same in both.</p>}
      <ul class="compared-findings">
        {changes.slice(0, limit.value).map(({ kind, insightId, insightTitle, key, a, b }) => {
          const [tone, text] = KINDS[kind];
          return (
            <li key={`${insightId} ${key}`} data-testid="finding-change" data-kind={kind}>
              <ToneLabel tone={tone} text={text} />
              <div>
                <p class="clamp">{(b ?? a)?.message}</p>
                <p class="muted">{insightTitle}</p>
              </div>
            </li>
          );
        })}
      </ul>
      <MoreButton
        shown={limit.value}
        total={changes.length}
        step={STEP}
        onMore={(shown) => {
          limit.value = shown;
        }}
      />
      {notCompared.map(({ insightId, title, reason }) => (
        <p class="muted" key={insightId}>
          {title}: not compared. {reason ?? 'It was not judged in both.'}
        </p>
      ))}
    </section>
  );
}
