import type { Verdict } from '../../analysis/verdict.ts';
import { plainText } from '../state/plain-text.ts';
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
      <h1>{plainText(headline)}</h1>
      <p class="verdict-limits" data-testid="limits">
        <span>
          {limits.held} of {measured} limits hold
        </span>
        {limits.error > 0 && <ToneLabel tone="error" text={`${limits.error} over the error level`} />}
        {limits.warn > 0 && <ToneLabel tone="warn" text={`${limits.warn} over the warning level`} />}
        {limits.notMeasured > 0 && <ToneLabel tone="none" text={`${limits.notMeasured} not measured`} />}
      </p>
      {lookFirst !== null && (
        <>
          <h2>Look at first</h2>
          <p class="look-first clamp" data-testid="look-first">
            {plainText(lookFirst)}
          </p>
        </>
      )}
      {standsOut.length > 0 && (
        <>
          <h2>What stands out</h2>
          <ul class="stands-out" data-testid="stands-out">
            {standsOut.map((finding) => (
              <li key={`${finding.insightId} ${finding.message}`} title={`${finding.insightTitle}: ${finding.message}`}>
                <Mark tone={TONE_OF_SEVERITY[finding.severity]} />
                <span class="clamp">{plainText(finding.message)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </header>
  );
}
