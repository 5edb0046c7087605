import { batched } from './batched.ts';
import { harEntry } from './har/har-entry.ts';
import { harPage } from './har/har-page.ts';
import { lcpUrlOf } from './lcp-url.ts';
import type { ReportWriter } from './report-writer.ts';

/**
 * HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/): every request with the sizes and phases that are known, -1 where
 * they are not; cookies, bodies and headers that no rule needs are empty by construction. What HAR has no place for
 * (vitals, render blocking, LCP) stands under names with an underscore, those that other tools read where there are such.
 */
export function harWriter(): ReportWriter {
  const pages: string[] = [];
  let written = false;
  return {
    start({ generator: { name, version, browser }, redaction }) {
      const log = {
        version: '1.2',
        creator: { name, version, comment: `Redaction level: ${redaction.level}.` },
        browser,
      };
      return `{"log":${JSON.stringify(log).slice(0, -1)},"entries":[`;
    },
    *pageLoad(load) {
      const id = `page_${pages.length + 1}`;
      pages.push(JSON.stringify(harPage(load, id)));
      const lcpUrl = lcpUrlOf(load);
      // Whoever reads a HAR expects the requests in the order in which they were made.
      const requests = [...load.resources].sort((a, b) => a.startTime - b.startTime);
      for (const part of batched(requests, ',\n', (resource) =>
        JSON.stringify(harEntry(resource, load.timeOrigin, id, lcpUrl)),
      )) {
        yield (written && !part.startsWith(',') ? ',\n' : '') + part;
        written = true;
      }
    },
    *end() {
      yield `],\n"pages":[${pages.join(',\n')}]}}\n`;
    },
  };
}
