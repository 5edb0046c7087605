import type { Severity } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** The lowest HTTP status that is a failure. */
  readonly fromStatus: number;
}

/** Client errors start at 400: https://www.rfc-editor.org/rfc/rfc9110#section-15.5 */
const DEFAULTS: Options = { fromStatus: 400 };

/** Names every request that the server answered with an error; a URL that failed repeatedly is one finding. */
export const failedRequests: InsightRule<Options> = {
  id: 'failed-requests',
  title: 'Failed requests',
  why: 'A failed request costs a round trip and leaves the page without what it asked for.',
  requires: ['resource'],
  concerns: ({ status }, options) => (status ?? 0) >= { ...DEFAULTS, ...options }.fromStatus,
  run(page, options) {
    const { fromStatus } = { ...DEFAULTS, ...options };
    const failures = new Map<string, { first: ResourceRecord; status: number; times: number }>();
    for (const resource of page.resources) {
      const { url, status } = resource;
      if (status === null || status < fromStatus) continue;
      const key = `${status} ${url}`;
      const known = failures.get(key);
      if (known === undefined) failures.set(key, { first: resource, status, times: 1 });
      else known.times += 1;
    }
    const ordered = [...failures.values()].sort(
      (a, b) => rank(a.first, a.status) - rank(b.first, b.status) || b.times - a.times,
    );
    return failOn(
      ordered.map(({ first, status, times }) => ({
        message: `${shortUrl(first.url)} failed with ${status}${times > 1 ? ` ${times} times` : ''}. ${advice(status)}`,
        severity: SEVERITIES[rank(first, status)] ?? 'low',
        url: first.url,
        startTime: first.startTime,
        duration: first.duration,
      })),
    );
  },
};

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** Pages, styles and scripts break more than a picture does; a server's own error is worse than a wrong address. */
function rank({ resourceType }: ResourceRecord, status: number): number {
  if (resourceType === 'document' || resourceType === 'stylesheet' || resourceType === 'script') return 0;
  return status >= 500 ? 0 : 1;
}

function advice(status: number): string {
  if (status === 404 || status === 410) return 'Correct its address, or remove the reference.';
  if (status === 401 || status === 403) return 'Ask for it only when the user may have it.';
  if (status === 429) return 'Ask less often; the server limits the rate.';
  return status >= 500 ? 'Look for the error in the server log.' : 'Correct the request.';
}
