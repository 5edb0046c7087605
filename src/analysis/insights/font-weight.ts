import type { Finding } from '../../model/insights.ts';
import { counted } from '../counted.ts';
import { formatTotal } from '../format.ts';
import { shortUrl } from '../url.ts';
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
  // It looks into `fonts` alone.
  concerns: () => false,
  run({ fonts: { count, transferSize, largest, oldFormats } }, options) {
    const { maxFonts, maxBytes } = { ...DEFAULTS, ...options };
    if (largest === null) return { status: 'pass', findings: [] };
    const isHeavy = transferSize.value > maxBytes;
    const findings: Finding[] = [];
    if (count > maxFonts || isHeavy) {
      findings.push({
        message: `The page has ${counted(count, 'font')} (${formatTotal(transferSize)}), ${count === 1 ? '' : 'the largest is '}${shortUrl(largest.url)}. Use fewer faces, a variable font, or subsets of the characters in use (unicode-range).`,
        severity: isHeavy ? 'high' : 'medium',
        url: largest.url,
        size: transferSize.value,
      });
    }
    for (const font of oldFormats) {
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
