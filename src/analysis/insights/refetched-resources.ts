import type { PageAnalysis } from '../../model/analysis.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatBytes } from '../format.ts';
import { STATIC_TYPES } from '../resources/request-index.ts';
import { BYTE_GRADES, type Grades, severityOf } from '../severity.ts';
import { parseUrl, shortUrl } from '../url.ts';
import { failOn, type InsightRule, type PageFacts } from './insight-rule.ts';

type Options = Grades & {
  /** Bytes on the wire; to keep what is smaller saves nothing that one would notice. */
  readonly overBytes: number;
};

/** 1,400 B is one TCP segment. */
const DEFAULTS: Options = { ...BYTE_GRADES, overBytes: 1400 };

/**
 * Names static files that came over the network in full although an earlier page load of the session had fetched them: the cache
 * did not hold them. One that was only revalidated (304) is not named. Judged on navigations: a reload fetches anew on purpose.
 */
export const refetchedResources: InsightRule<Options> = {
  id: 'refetched-resources',
  title: 'Files fetched again',
  why: 'A file that the browser may keep costs nothing on the next page.',
  requires: ['resource'],
  concerns: (resource, options) => isWorthKeeping(resource, { ...DEFAULTS, ...options }),
  run(page, options) {
    const known = { ...DEFAULTS, ...options };
    const earlier = page.earlier.filter((other) => hostOf(other) === hostOf(page));
    if (page.pageLoad.navigationType === 'reload') {
      return { status: 'not-measured', reason: 'This is a reload, which may fetch again on purpose.' };
    }
    if (earlier.length === 0) {
      return { status: 'not-measured', reason: 'This is the first page of its site in this session.' };
    }
    const fetched = new Set(earlier.flatMap(({ resources }) => resources.filter(isFullTransfer).map(({ url }) => url)));
    const again = page.resources
      .filter((resource) => isWorthKeeping(resource, known) && fetched.has(resource.url))
      .sort((a, b) => (b.transferSize.value ?? 0) - (a.transferSize.value ?? 0));
    return failOn(
      again.map(({ url, transferSize, startTime, duration }) => {
        const size = transferSize.value ?? 0;
        return {
          message:
            `${shortUrl(url)} (${formatBytes(size)}) was fetched in full again, not served from the cache. ` +
            'It forbids caching or expires too soon: send Cache-Control with a long max-age and a version in the name.',
          severity: severityOf(size, known),
          url,
          startTime,
          duration,
          size,
          savings: { bytes: size },
        };
      }),
    );
  },
};

function isWorthKeeping(resource: ResourceRecord, { overBytes }: Options): boolean {
  return (
    STATIC_TYPES.has(resource.resourceType) &&
    isFullTransfer(resource) &&
    (resource.transferSize.value ?? 0) > overBytes
  );
}

function isFullTransfer({ delivery, status, transferSize }: ResourceRecord): boolean {
  return delivery === 'network' && (status ?? 200) < 400 && transferSize.value !== null;
}

/** Browsers keep a cache per site, so another site's copy does not help. */
function hostOf({ views }: Pick<PageAnalysis | PageFacts, 'views'>): string {
  return parseUrl(views[0]?.url ?? '')?.hostname ?? '';
}
