import type { Finding, Insight, Severity } from '../../model/insights.ts';
import { byKey, byRank, byText, directionOf, pairs } from './change.ts';
import { resourceKey } from './resource-key.ts';

/** A finding that only one of two page loads has, or that weighs more or less in the second. */
export interface FindingChange {
  readonly kind: 'new' | 'gone' | 'worse' | 'better';
  readonly insightId: string;
  readonly insightTitle: string;
  /** Names it in both. */
  readonly key: string;
  readonly a: Finding | null;
  readonly b: Finding | null;
}

/** A rule that could not judge one of the page loads, so that nobody knows what changed. */
export interface UncomparedInsight {
  readonly insightId: string;
  readonly title: string;
  /** Why, as the rule says it. */
  readonly reason: string | null;
}

export interface FindingComparison {
  readonly changes: readonly FindingChange[];
  readonly notCompared: readonly UncomparedInsight[];
}

/** The most severe first. Only what a rule failed a page load for counts; what it tells for information does not. */
export function compareFindings(a: readonly Insight[], b: readonly Insight[]): FindingComparison {
  const changes: FindingChange[] = [];
  const notCompared: UncomparedInsight[] = [];
  const both = pairs(
    new Map(a.map((insight) => [insight.id, insight])),
    new Map(b.map((insight) => [insight.id, insight])),
  );
  for (const { key: insightId, a: before, b: after } of both) {
    const unjudged = [before, after].find((insight) => insight === null || !isJudged(insight));
    const title = (before ?? after)?.title ?? insightId;
    if (before && after && unjudged === undefined) changes.push(...changesOf(before, after));
    else if (hasFailed(before) || hasFailed(after))
      notCompared.push({ insightId, title, reason: unjudged?.statusReason ?? null });
  }
  const rank = (change: FindingChange) =>
    Math.max(...[change.a, change.b].map((finding) => (finding ? SEVERITY_RANK[finding.severity] : 0)));
  return {
    changes: changes.sort((x, y) => rank(y) - rank(x) || byText(x.insightId, y.insightId) || byText(x.key, y.key)),
    notCompared: notCompared.sort((x, y) => byText(x.insightId, y.insightId)),
  };
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1 };

function isJudged({ status }: Insight): boolean {
  return status !== 'not-measured' && status !== 'error';
}

function hasFailed(insight: Insight | null): boolean {
  return insight?.status === 'fail' && insight.findings.length > 0;
}

function changesOf(before: Insight, after: Insight): readonly FindingChange[] {
  const [a, b] = [before, after].map((insight) => byKey(insight.status === 'fail' ? insight.findings : [], keyOf));
  return pairs(a ?? new Map<string, Finding>(), b ?? new Map<string, Finding>()).flatMap(
    (pair): readonly FindingChange[] => {
      const kind = kindOf(pair.a, pair.b);
      return kind === null ? [] : [{ kind, insightId: before.id, insightTitle: before.title, ...pair }];
    },
  );
}

function kindOf(a: Finding | null, b: Finding | null): FindingChange['kind'] | null {
  if (a === null) return 'new';
  if (b === null) return 'gone';
  const bySeverity = byRank(SEVERITY_RANK[a.severity], SEVERITY_RANK[b.severity]);
  const direction = bySeverity === 'same' ? byEffect(a, b) : bySeverity;
  return direction === 'worse' || direction === 'better' ? direction : null;
}

/** By the first figure that both have: what mending saves, how long it takes, how large it is. */
function byEffect(a: Finding, b: Finding) {
  const figures = [a, b].map((finding) => [
    finding.savings?.ms,
    finding.savings?.bytes,
    finding.duration,
    finding.size,
  ]);
  const [ofA = [], ofB = []] = figures;
  const index = ofA.findIndex((figure, i) => figure !== undefined && ofB[i] !== undefined);
  return directionOf(ofA[index] ?? null, ofB[index] ?? null);
}

/** What a finding points at; its words without their figures where it points at nothing. */
function keyOf({ url, selector, script, message }: Finding): string {
  if (url !== undefined) return resourceKey(url);
  if (selector !== undefined) return selector;
  if (script !== undefined) return `${resourceKey(script.url)} ${script.functionName}`;
  return message.replace(/[\d.,]+/g, '#');
}
