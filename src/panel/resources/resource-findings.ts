import type { Finding, Insight } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';

/** What a rule found about a request. */
export interface ResourceFinding {
  readonly insight: Insight;
  readonly finding: Finding;
}

/** The findings that point at a request, in the order of the rules. */
export type FindingsOf = (resource: Pick<ResourceRecord, 'url' | 'startTime'>) => readonly ResourceFinding[];

/** Tells findings by request: by URL, and where several requests have one URL, by when the request that it is about began. */
export function findingsByResource(insights: readonly Insight[]): FindingsOf {
  const byUrl = new Map<string, ResourceFinding[]>();
  for (const insight of insights) {
    for (const finding of insight.findings) {
      if (finding.url === undefined) continue;
      const known = byUrl.get(finding.url);
      if (known) known.push({ insight, finding });
      else byUrl.set(finding.url, [{ insight, finding }]);
    }
  }
  return ({ url, startTime }) => {
    const found = byUrl.get(url);
    return found === undefined ? NONE : found.filter(({ finding }) => isAbout(finding, startTime));
  };
}

const NONE: readonly ResourceFinding[] = [];

/** A moment without a duration is that of something else (a shift, an error), which the URL is the cause of. */
function isAbout({ startTime, duration }: Finding, requestStart: number): boolean {
  return startTime === undefined || duration === undefined || startTime === requestStart;
}
