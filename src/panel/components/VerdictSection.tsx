import type { Verdict } from '../../analysis/verdict.ts';
import { TONE_OF_LEVEL, TONE_OF_SEVERITY } from '../state/tone.ts';
import { Mark } from './Mark.tsx';
import { ToneLabel } from './ToneLabel.tsx';

/** The verdict: how many limits hold, what stands out, what to look at first. */
export function VerdictSection({ verdict }: { readonly verdict: Verdict }) {
  const { level, headline, limits, standsOut, lookFirst } = verdict;
  const measured = limits.held + limits.warn + limits.error;
  return (
    <header class="verdict" data-testid="verdict" data-level={level}>
      <Mark tone={TONE_OF_LEVEL[level]} />
      <h1>{headline}</h1>
      <p class="verdict-limits" data-testid="limits">
        <span>
          {limits.held} of {measured} limits hold
        </span>
        {limits.error > 0 && <ToneLabel tone="error" text={`${limits.error} over the error level`} />}
        {limits.warn > 0 && <ToneLabel tone="warn" text={`${limits.warn} over the warning level`} />}
        {limits.notMeasured > 0 && <ToneLabel tone="none" text={`${limits.notMeasured} not measured`} />}
      </p>
      {standsOut.length > 0 && (
        <div class="verdict-details">
          <section>
            <h2>What stands out</h2>
            <ul class="stands-out" data-testid="stands-out">
              {standsOut.map((finding) => (
                <li key={`${finding.insightId} ${finding.message}`} title={finding.insightTitle}>
                  <Mark tone={TONE_OF_SEVERITY[finding.severity]} />
                  <span>{finding.message}</span>
                </li>
              ))}
            </ul>
          </section>
          {lookFirst !== null && (
            <section>
              <h2>Look at first</h2>
              <p class="look-first" data-testid="look-first">
                {lookFirst}
              </p>
            </section>
          )}
        </div>
      )}
      {standsOut.length === 0 && lookFirst !== null && (
        <p class="look-first" data-testid="look-first">
          Look at first: {lookFirst}
        </p>
      )}
    </header>
  );
}
