import type { ResourceRecord, ResourceType } from '../../model/resources.ts';
import { formatBytes } from '../format.ts';
import { largestResources } from '../large-and-slow.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Bytes on the wire; more is large. */
  readonly overBytes: number;
  /** Times the limit from which the finding is of high severity. */
  readonly highFrom: number;
}

/** 1 MB takes five seconds on a slow 4G line (1.6 Mbit/s, Lighthouse's throttling), twice the time that a good LCP allows. */
const DEFAULTS: Options = { overBytes: 1_000_000, highFrom: 1.25 };

/** Names every resource that transferred more than a limit. What came out of a cache transferred nothing. */
export const largeResources: InsightRule<Options> = {
  id: 'large-resources',
  title: 'Large resources',
  why: 'A single large file can take longer on a phone than all the rest of the page.',
  requires: ['resource'],
  concerns: (resource, options) => isLarge(resource, { ...DEFAULTS, ...options }),
  run(page, options) {
    const limits = { ...DEFAULTS, ...options };
    const { overBytes, highFrom } = limits;
    const over = page.resources.filter((resource) => isLarge(resource, limits));
    const large = largestResources({ resources: over }, over.length);
    return failOn(
      large.map(({ url, resourceType, transferSize, startTime, duration }) => {
        const size = transferSize.value ?? 0;
        return {
          message: `${shortUrl(url)} transferred ${formatBytes(size)}, more than ${formatBytes(overBytes)}. ${ADVICE[resourceType]}`,
          severity: size >= overBytes * highFrom ? 'high' : 'medium',
          url,
          startTime,
          duration,
          size,
        };
      }),
    );
  },
};

function isLarge({ transferSize }: ResourceRecord, { overBytes }: Options): boolean {
  return (transferSize.value ?? 0) > overBytes;
}

const ADVICE: Readonly<Record<ResourceType, string>> = {
  document: 'Send less markup: load long lists in parts and move inlined data out of the page.',
  script: 'Split it, and load what the first view does not need when it is needed.',
  stylesheet: 'Remove the rules that no page uses and split the rest by page.',
  image: 'Scale it to the size it is shown at and serve it as AVIF or WebP.',
  media: 'Load it only when it is played, and stream it.',
  font: 'Subset it to the characters in use and serve it as WOFF2.',
  other: 'Ask for less: page the data, or send only the fields that are used.',
};
