import type { Finding } from '../../model/insights.ts';
import type { LinkObservation } from '../../model/observations.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatBytes } from '../format.ts';
import { BYTE_GRADES, type Grades, severityOf } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

type Options = Grades;

/**
 * Names preloads that did not serve: never requested, or asked for once more under the same URL. A file that is preloaded and never
 * needed looks like one that is needed: browsers report one request for both, and a script may apply it at any time.
 */
export const unusedPreloads: InsightRule<Options> = {
  id: 'unused-preloads',
  title: 'Preloads that did not help',
  why: 'A preload goes before everything else; one that is not used delays what the page needs.',
  requires: ['resource'],
  observes: ['link'],
  concerns: () => false,
  run(page, options) {
    const grades = { ...BYTE_GRADES, ...options };
    const { load } = page.moments;
    if (load === null) return { status: 'not-measured', reason: 'The page is still loading.' };
    const preloads = page.observations.link.filter(({ rel }) => /(^|\s)preload(\s|$)/i.test(rel));
    const findings = preloads.flatMap((link): readonly Finding[] => {
      const requests = page.requests.byUrl.get(link.name) ?? [];
      const problem = problemOf(link, requests);
      if (problem === null) return [];
      const [first] = requests.toSorted((a, b) => a.startTime - b.startTime);
      const bytes = first?.delivery === 'network' ? (first.transferSize.value ?? 0) : 0;
      const size = bytes > 0 ? ` (${formatBytes(bytes)})` : '';
      return [
        {
          message: `The preload of ${shortUrl(link.name)}${size} ${problem}`,
          severity: severityOf(bytes, grades),
          url: link.name,
          ...(first === undefined ? {} : { startTime: first.startTime, duration: first.duration }),
          ...(bytes > 0 ? { savings: { bytes } } : {}),
        },
      ];
    });
    return failOn(findings.sort((a, b) => (b.savings?.bytes ?? 0) - (a.savings?.bytes ?? 0)));
  },
};

/** What is wrong with a preload, and what to do; null when it may well have served. */
function problemOf(link: LinkObservation, requests: readonly ResourceRecord[]): string | null {
  // Another document may use a file of its own under the same URL.
  const own = requests.filter(({ frame }) => frame === null);
  const isPreload = ({ initiatorType }: ResourceRecord) => initiatorType === 'link';
  if (own.length === 0) return link.media ? null : 'was never requested. Correct its address or its "as".';
  if (own.some(isPreload) && own.some((resource) => !isPreload(resource))) {
    const cors = link.as === 'font' && link.crossOrigin === undefined;
    return cors
      ? 'was not used, and the font was asked for once more: fonts need the attribute crossorigin, also on their own host.'
      : 'was not used, and the file was asked for once more. Give it the "as" and crossorigin of the request.';
  }
  return null;
}
