import type { Finding } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatTotal } from '../format.ts';
import { sumSizes } from '../resources/totals.ts';
import { topBy } from '../top-by.ts';
import { fileExtension, isOnWire, shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  readonly maxFonts: number;
  /** Bytes on the wire of all fonts. */
  readonly maxBytes: number;
}

/** The Starter budget's limits: text in two faces, regular and bold. */
const DEFAULTS: Options = { maxFonts: 4, maxBytes: 500_000 };

/** Says when a page has many or heavy fonts, and names those in formats that are larger than WOFF2. */
export const fontWeight: InsightRule<Options> = {
  id: 'font-weight',
  title: 'Heavy fonts',
  why: 'Text waits for its font, or changes its look when the font arrives.',
  requires: ['resource'],
  concerns: isFont,
  run(page, options) {
    const { maxFonts, maxBytes } = { ...DEFAULTS, ...options };
    const fonts = [...new Map(page.resources.filter(isFont).map((font) => [font.url, font])).values()];
    const [largest] = topBy(fonts, 1, sizeOf);
    if (largest === undefined) return { status: 'pass', findings: [] };
    const total = sumSizes(fonts.map(({ transferSize }) => transferSize));
    const isHeavy = total.value > maxBytes;
    const findings: Finding[] = [];
    if (fonts.length > maxFonts || isHeavy) {
      findings.push({
        message: `The page has ${fonts.length} fonts (${formatTotal(total)}), the largest is ${shortUrl(largest.url)}. Use fewer faces, a variable font, or subsets of the characters in use (unicode-range).`,
        severity: isHeavy ? 'high' : 'medium',
        url: largest.url,
        size: total.value,
      });
    }
    for (const font of fonts.filter(isOldFormat).toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
      findings.push({
        message: `${shortUrl(font.url)} is not WOFF2, which is the smallest format, and every browser reads it. Convert it.`,
        severity: 'low',
        url: font.url,
        startTime: font.startTime,
        duration: font.duration,
        ...(font.transferSize.value === null ? {} : { size: font.transferSize.value }),
      });
    }
    return failOn(findings);
  },
};

function sizeOf({ transferSize }: ResourceRecord): number {
  return transferSize.value ?? 0;
}

function isFont({ resourceType, url, status }: ResourceRecord): boolean {
  return resourceType === 'font' && isOnWire(url) && (status ?? 200) < 400;
}

const OLD_MIME = /(ttf|otf|sfnt|opentype|truetype|fontobject|woff)$/;
const OLD_EXTENSIONS: ReadonlySet<string> = new Set(['ttf', 'otf', 'eot', 'woff']);

/** The name decides where there is one: servers send fonts under any MIME type. */
function isOldFormat({ url, mimeType }: ResourceRecord): boolean {
  const extension = fileExtension(url);
  if (extension === 'woff2') return false;
  return OLD_EXTENSIONS.has(extension) || (mimeType !== null && OLD_MIME.test(mimeType));
}
