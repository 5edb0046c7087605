import type { ResourceRecord } from '../../model/resources.ts';
import { counted } from '../counted.ts';
import { parseUrl, shortUrl } from '../url.ts';
import { type InsightRule, informOn } from './insight-rule.ts';

/** Names every origin whose responses hide their sizes and timing, with the header that would show them. */
export const opaqueResources: InsightRule = {
  id: 'opaque-resources',
  title: 'Responses that cannot be measured',
  why: 'Their sizes and phases are unknown, so totals are "at least" and limits on them cannot be judged.',
  requires: ['resource'],
  concerns: ({ opaque }) => opaque,
  run(page) {
    const byOrigin = new Map<string, ResourceRecord[]>();
    for (const resource of page.resources) {
      if (!resource.opaque) continue;
      const origin = parseUrl(resource.url)?.origin ?? resource.url;
      const known = byOrigin.get(origin);
      if (known === undefined) byOrigin.set(origin, [resource]);
      else known.push(resource);
    }
    const origins = [...byOrigin].sort(([, a], [, b]) => b.length - a.length);
    return informOn(
      origins.map(([origin, resources]) => {
        const [first] = resources;
        const what =
          resources.length === 1 && first !== undefined ? shortUrl(first.url) : counted(resources.length, 'response');
        return {
          message:
            `${what} from ${origin} cannot be measured. Have that server send ` +
            `"Timing-Allow-Origin: ${page.pageLoad.origin}" to see sizes and phases.`,
          severity: 'low',
          url: first?.url ?? origin,
        };
      }),
    );
  },
};
