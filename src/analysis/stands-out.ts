import type { Finding, Insight, Severity } from '../model/insights.ts';
import type { Milliseconds } from '../model/units.ts';

/** A finding with the insight that it is from. */
export type StandsOut = Finding & { readonly insightId: string; readonly insightTitle: string };

/** More than five are a list to work through, not what stands out. */
const MAX_STANDING_OUT = 5;

const SEVERITY_ORDER: Record<Severity, number> = { high: 0, medium: 1, low: 2 };

/** What a finding costs the user, in ms, where nobody estimated it. A vital that is out of its range comes before a few bytes. */
const USUAL_EFFECT: Record<Severity, Milliseconds> = { high: 1000, medium: 250, low: 50 };

/** Bytes in a millisecond over the 10 Mbit/s of Lighthouse's desktop line (core/config/constants.js). */
const BYTES_A_MS = 1250;

/**
 * The findings of failed insights that matter most, worst first: by severity, then each insight's first finding before anyone's
 * second, then by the time that mending it is estimated to save, then in the order of the insights. What an earlier one already
 * points at (the same resource, element or script) is left out: a hero image that is large, slow and the LCP element is one thing
 * to mend.
 */
export function standsOut(insights: readonly Insight[]): readonly StandsOut[] {
  const candidates = insights
    .filter((insight) => insight.status === 'fail')
    .flatMap((insight) => insight.findings.map((finding, rank) => ({ insight, finding, rank })))
    .toSorted(
      (a, b) =>
        SEVERITY_ORDER[a.finding.severity] - SEVERITY_ORDER[b.finding.severity] ||
        a.rank - b.rank ||
        effectOf(b.finding) - effectOf(a.finding),
    );
  const seen = new Set<string>();
  const chosen: StandsOut[] = [];
  for (const { insight, finding } of candidates) {
    if (chosen.length === MAX_STANDING_OUT) break;
    const subjects = subjectsOf(finding);
    if (subjects.some((subject) => seen.has(subject))) continue;
    for (const subject of subjects) seen.add(subject);
    chosen.push({ ...finding, insightId: insight.id, insightTitle: insight.title });
  }
  return chosen;
}

/** The time that mending it saves, in ms. */
function effectOf({ savings, severity }: Finding): Milliseconds {
  if (savings?.ms !== undefined) return savings.ms;
  return savings?.bytes === undefined ? USUAL_EFFECT[severity] : savings.bytes / BYTES_A_MS;
}

function subjectsOf({ url, selector, script }: Finding): readonly string[] {
  const subjects: string[] = [];
  if (url !== undefined) subjects.push(`url ${url}`);
  if (selector !== undefined) subjects.push(`selector ${selector}`);
  if (script !== undefined) subjects.push(`script ${script.url} ${script.functionName} ${script.position}`);
  return subjects;
}
