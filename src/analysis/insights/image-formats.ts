import type { ResourceRecord } from '../../model/resources.ts';
import { formatBytes } from '../format.ts';
import { censusImages, isCensusTaken } from '../image-census.ts';
import { BYTE_GRADES, type Grades, severityOf } from '../severity.ts';
import { fileExtension, shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

type Options = Grades & {
  /** Bytes that a modern format would save. */
  readonly fromBytes: number;
  /** A GIF of more bytes is a film, and to be sent as one. */
  readonly gifOverBytes: number;
  /** What a picture in a modern format takes per pixel. */
  readonly bytesPerPixel: number;
};

/**
 * Lighthouse's savings threshold (core/audits/byte-efficiency/byte-efficiency-audit.js), DevTools' for GIF and its AVIF estimate of
 * 2 bytes a pixel at a compression of 12 (insight ImageDelivery).
 */
const DEFAULTS: Options = { ...BYTE_GRADES, fromBytes: 4096, gifOverBytes: 100 * 1024, bytesPerPixel: 2 / 12 };

/** Names pictures in formats of the nineties that AVIF or WebP would make much smaller. */
export const imageFormats: InsightRule<Options> = {
  id: 'image-formats',
  title: 'Images in old formats',
  why: 'AVIF and WebP need about half the bytes of JPEG for the same picture, and a fraction of PNG and GIF.',
  requires: ['resource'],
  observes: ['image'],
  concerns: () => false,
  run(page, options) {
    const { observations, requests } = page;
    const { fromBytes, gifOverBytes, bytesPerPixel, ...grades } = { ...DEFAULTS, ...options };
    if (!isCensusTaken(page)) {
      return { status: 'not-measured', reason: 'The images of the page have not been looked at yet.' };
    }
    // A picture chosen by srcset tells its size divided by its density, so this is the most pixels that it can have.
    const density = Math.max(1, observations.device.at(-1)?.devicePixelRatio ?? 1);
    const old = censusImages(observations, requests)
      .flatMap(({ image, request, bytes }) => {
        const format = formatOf(request);
        if (format === null || bytes === null || (format === 'GIF' && bytes <= gifOverBytes)) return [];
        const modern = image.naturalWidth * image.naturalHeight * density * density * bytesPerPixel;
        const saved = Math.round(bytes - modern);
        return saved >= fromBytes ? [{ image, request, bytes, format, saved }] : [];
      })
      .sort((a, b) => b.saved - a.saved);
    return failOn(
      old.map(({ image, request: { url, startTime, duration }, bytes, format, saved }) => ({
        message: `${shortUrl(url)} is a ${format} of ${formatBytes(bytes)}. ${format === 'GIF' ? 'Send it as a video (WebM, MP4)' : 'Serve it as AVIF or WebP'}, to save about ${formatBytes(saved)}.`,
        severity: severityOf(saved, grades),
        url,
        ...(image.element === null ? {} : { selector: image.element }),
        startTime,
        duration,
        size: bytes,
        savings: { bytes: saved },
      })),
    );
  },
};

const BY_MIME: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG',
  'image/jpg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/bmp': 'BMP',
};
const BY_EXTENSION: Readonly<Record<string, string>> = {
  jpg: 'JPEG',
  jpeg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  bmp: 'BMP',
};

/** The name of an old format; null for any other. The browser's word counts: servers send AVIF under old names. */
function formatOf({ mimeType, url }: ResourceRecord): string | null {
  return (mimeType === null ? BY_EXTENSION[fileExtension(url)] : BY_MIME[mimeType]) ?? null;
}
