import { formatBytes } from '../format.ts';
import { formatNumber } from '../format-number.ts';
import { type CensusImage, censusImages, isCensusTaken, isVector } from '../image-census.ts';
import { BYTE_GRADES, type Grades, severityOf } from '../severity.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

type Options = Grades & {
  /** Bytes that a picture of the right size would save. */
  readonly fromBytes: number;
  /** How many pixels wider than shown it must be. */
  readonly overPixels: number;
};

/** Lighthouse's threshold for responsive images (12 KiB, core/audits/byte-efficiency/uses-responsive-images.js); the coach's 100 px. */
const DEFAULTS: Options = { ...BYTE_GRADES, fromBytes: 12_288, overPixels: 100 };

/** Names pictures that have more pixels than the screen shows of them. */
export const oversizedImages: InsightRule<Options> = {
  id: 'oversized-images',
  title: 'Images larger than shown',
  why: 'Pixels that no screen shows are downloaded, decoded and kept in memory all the same.',
  requires: ['resource'],
  observes: ['image'],
  concerns: () => false,
  run(page, options) {
    const { observations, requests } = page;
    const { fromBytes, overPixels, ...grades } = { ...DEFAULTS, ...options };
    if (!isCensusTaken(page)) {
      return { status: 'not-measured', reason: 'The images of the page have not been looked at yet.' };
    }
    const density = observations.device.at(-1)?.devicePixelRatio ?? 1;
    const oversized = censusImages(observations, requests)
      .flatMap((candidate) => {
        const { image, request, bytes } = candidate;
        const scale = scaleOf(candidate, density);
        const wasted = bytes === null || scale >= 1 || isVector(request) ? 0 : Math.round(bytes * (1 - scale * scale));
        const isWide = image.naturalWidth * (1 - scale) > overPixels;
        return wasted >= fromBytes && isWide ? [{ ...candidate, scale, wasted }] : [];
      })
      .sort((a, b) => b.wasted - a.wasted);
    return failOn(
      oversized.map(({ image, request: { url, startTime, duration }, bytes, scale, wasted }) => {
        const needed = [image.naturalWidth, image.naturalHeight].map((side) => pixels(side * scale)).join(' x ');
        return {
          message:
            `${shortUrl(url)} has ${pixels(image.naturalWidth)} x ${pixels(image.naturalHeight)} pixels, and ${needed} would do where it is shown. ` +
            `Scale it, or offer several sizes (srcset), to save about ${formatBytes(wasted)} of ${formatBytes(bytes ?? 0)}.`,
          severity: severityOf(wasted, grades),
          url,
          ...(image.element === null ? {} : { selector: image.element }),
          startTime,
          duration,
          ...(bytes === null ? {} : { size: bytes }),
          savings: { bytes: wasted },
        };
      }),
    );
  },
};

/** The side that is shown largest decides: `object-fit: cover` cuts off the rest. One that is not shown at all is not judged. */
function scaleOf({ image: { width, height, naturalWidth, naturalHeight } }: CensusImage, density: number): number {
  if (width * height === 0) return 1;
  return Math.max((width * density) / naturalWidth, (height * density) / naturalHeight);
}

function pixels(count: number): string {
  return formatNumber(Math.ceil(count), 'en', 0);
}
