import type { Finding } from '../../model/insights.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** How late after first contentful paint a font may arrive before it is of medium severity. */
  readonly mediumFromMs: Milliseconds;
  /** Fonts that are asked for later than this after first contentful paint, and after the load event, are for something else. */
  readonly withinMs: Milliseconds;
}

/**
 * After 3 s browsers stop hiding text for a font; after 100 ms `font-display: fallback` shows the fallback font, and the text is
 * swapped: https://drafts.csswg.org/css-fonts/#font-display-desc
 */
const DEFAULTS: Options = { mediumFromMs: 100, withinMs: 3000 };

/** Names fonts of the page load that arrived after its first content was painted: their text was invisible or swapped. */
export const lateFonts: InsightRule<Options> = {
  id: 'late-fonts',
  title: 'Late fonts',
  why: 'Text in a late font is invisible first, or changes its look and moves what is around it.',
  requires: ['resource', 'paint'],
  concerns: ({ resourceType }) => resourceType === 'font',
  run(page, options) {
    const { mediumFromMs, withinMs } = { ...DEFAULTS, ...options };
    const { firstContentfulPaint, firstPaint, load } = page.moments;
    if (firstContentfulPaint === null) {
      return { status: 'not-measured', reason: 'The page has not painted any content yet.' };
    }
    const painted = firstPaint ?? firstContentfulPaint;
    const last = Math.max(load ?? 0, firstContentfulPaint + withinMs);
    const findings = page.resources
      .filter(({ resourceType, startTime }) => resourceType === 'font' && startTime <= last)
      .map((font) => ({ font, lateBy: font.startTime + font.duration - firstContentfulPaint }))
      .filter(({ lateBy }) => lateBy > 0)
      .sort((a, b) => b.lateBy - a.lateBy)
      .map(({ font: { url, startTime, duration }, lateBy }): Finding => {
        const found =
          startTime > painted ? 'was requested only after the first paint' : 'was still loading at the first paint';
        return {
          message:
            `${shortUrl(url)} ${found} and arrived ${formatMs(lateBy)} after it, so its text was shown late or swapped. ` +
            'Preload it, and give the fallback font matching metrics (size-adjust).',
          severity: lateBy >= mediumFromMs ? 'medium' : 'low',
          url,
          startTime,
          duration,
        };
      });
    return failOn(findings);
  },
};
