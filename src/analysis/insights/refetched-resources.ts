import type { PageAnalysis } from '../../model/analysis.ts';
import type { ResourceRecord, ResourceType } from '../../model/resources.ts';
import { formatBytes } from '../format.ts';
import { parseUrl, shortUrl } from '../url.ts';
import { failOn, type InsightRule, type PageFacts } from './insight-rule.ts';

interface Options {
  /** Bytes on the wire from which the finding is of high, and of medium severity. */
  readonly highFrom: number;
  readonly mediumFrom: number;
}

/** A fifth and a fiftieth of the 2 MB that sitespeed.io's coach allows a page. */
const DEFAULTS: Options = { highFrom: 400_000, mediumFrom: 40_000 };

/** Static files; a document or an answer to a script is expected to be fresh. */
const CACHEABLE: ReadonlySet<ResourceType> = new Set(['script', 'stylesheet', 'image', 'media', 'font']);

/**
 * Names static files that came over the network in full although an earlier page load of the session had fetched them: the cache
 * did not hold them. One that was only revalidated (304) is not named. Judged on navigations: a reload fetches anew on purpose.
 */
export const refetchedResources: InsightRule<Options> = {
  id: 'refetched-resources',
  title: 'Files fetched again',
  why: 'A file that the browser may keep costs nothing on the next page.',
  requires: ['resource'],
  concerns: isKeepable,
  run(page, options) {
    const { highFrom, mediumFrom } = { ...DEFAULTS, ...options };
    const earlier = page.earlier.filter((other) => hostOf(other) === hostOf(page));
    if (page.pageLoad.navigationType === 'reload') {
      return { status: 'not-measured', reason: 'This is a reload, which may fetch again on purpose.' };
    }
    if (earlier.length === 0) {
      return { status: 'not-measured', reason: 'This is the first page of its site in this session.' };
    }
    const fetched = new Set(earlier.flatMap(({ resources }) => resources.filter(isFullTransfer).map(({ url }) => url)));
    const again = page.resources
      .filter((resource) => isKeepable(resource) && fetched.has(resource.url))
      .sort((a, b) => (b.transferSize.value ?? 0) - (a.transferSize.value ?? 0));
    return failOn(
      again.map(({ url, transferSize, startTime, duration }) => {
        const size = transferSize.value ?? 0;
        return {
          message:
            `${shortUrl(url)} (${formatBytes(size)}) was fetched in full again, not served from the cache. ` +
            'It forbids caching or expires too soon: send Cache-Control with a long max-age and a version in the name.',
          severity: size >= highFrom ? 'high' : size >= mediumFrom ? 'medium' : 'low',
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

function isKeepable(resource: ResourceRecord): boolean {
  return CACHEABLE.has(resource.resourceType) && isFullTransfer(resource);
}

function isFullTransfer({ delivery, status, transferSize }: ResourceRecord): boolean {
  return delivery === 'network' && (status ?? 200) < 400 && transferSize.value !== null;
}

/** Browsers keep a cache per site, so another site's copy does not help. */
function hostOf({ views }: Pick<PageAnalysis | PageFacts, 'views'>): string {
  return parseUrl(views[0]?.url ?? '')?.hostname ?? '';
}
