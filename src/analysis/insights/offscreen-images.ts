import { formatBytes } from '../format.ts';
import { censusImages, isCensusTaken } from '../image-census.ts';
import { BYTE_GRADES, type Grades, severityOf } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

type Options = Grades & {
  /** Smaller files are not worth it. */
  readonly fromBytes: number;
};

/** Lighthouse's threshold (core/audits/byte-efficiency/offscreen-images.js). */
const DEFAULTS: Options = { ...BYTE_GRADES, fromBytes: 2048 };

/** Names images below the first viewport that the page loaded at once although nobody may ever scroll there. */
export const offscreenImages: InsightRule<Options> = {
  id: 'offscreen-images',
  title: 'Images below the fold loaded at once',
  why: 'They compete with what the user sees first.',
  requires: ['resource', 'navigation'],
  observes: ['image'],
  concerns: () => false,
  run(page, options) {
    const { fromBytes, ...grades } = { ...DEFAULTS, ...options };
    const { observations, requests } = page;
    const { load } = page.moments;
    if (load === null || !isCensusTaken(page)) {
      return { status: 'not-measured', reason: 'The images of the page have not been looked at yet.' };
    }
    const eager = censusImages(observations, requests)
      .flatMap(({ image, request, bytes, inViewport }) => {
        const isEager = image.loading !== 'lazy' && request.startTime < load;
        return isEager && !inViewport && bytes !== null && bytes >= fromBytes ? [{ image, request, bytes }] : [];
      })
      .sort((a, b) => b.bytes - a.bytes);
    return failOn(
      eager.map(({ image, request: { url, startTime, duration }, bytes }) => ({
        message: `${shortUrl(url)} (${formatBytes(bytes)}) is not in the first viewport, and was loaded with the page. Load it lazily (attribute loading).`,
        severity: severityOf(bytes, grades),
        url,
        ...(image.element === null ? {} : { selector: image.element }),
        startTime,
        duration,
        size: bytes,
        savings: { bytes },
      })),
    );
  },
};
