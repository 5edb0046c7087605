import type { Finding, Severity } from '../../model/insights.ts';
import type { Milliseconds } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatMs } from '../format.ts';
import { scriptLabel, scriptLocation } from '../timeline/script-label.ts';
import type { ScriptWork } from '../timeline/script-work.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Forced layout of one function, over all its runs, that is worth naming. */
  readonly fromMs: Milliseconds;
  readonly mediumFromMs: Milliseconds;
  readonly highFromMs: Milliseconds;
}

/** Chrome's console warns of a forced reflow from 30 ms; 100 ms is felt (https://web.dev/articles/rail), 200 ms is a page's good TBT. */
const DEFAULTS: Options = { fromMs: 30, mediumFromMs: 100, highFromMs: 200 };

/** Names the functions that made the browser lay the page out while they ran, because they read sizes after a change. */
export const forcedLayout: InsightRule<Options> = {
  id: 'forced-layout',
  title: 'Forced layout',
  why: 'Reading a size after changing a style makes the browser lay out the page at once, again and again in a loop.',
  requires: ['long-animation-frame'],
  concerns: () => false,
  run(page, options) {
    const { fromMs, mediumFromMs, highFromMs } = { ...DEFAULTS, ...options };
    const forcing = page.scriptWorks.byFunction
      .filter(({ forcedLayout: forced }) => forced >= fromMs)
      .toSorted((a, b) => b.forcedLayout - a.forcedLayout);
    return failOn(
      forcing.map((work): Finding => {
        const { longest, forcedLayout: forced } = work;
        const severity: Severity = forced >= highFromMs ? 'high' : forced >= mediumFromMs ? 'medium' : 'low';
        return {
          message: messageOf(work),
          severity,
          script: scriptLocation(longest),
          startTime: longest.startTime,
          duration: longest.duration,
        };
      }),
    );
  },
};

function messageOf({ longest, runs, duration, forcedLayout: forced }: ScriptWork): string {
  const often = runs === 1 ? `at ${formatMs(longest.startTime)}` : `in ${counted(runs, 'run')}`;
  return (
    `${scriptLabel(longest)} forced ${formatMs(forced)} of style and layout within its ${formatMs(duration)} ${often}. ` +
    'Read all sizes and positions first, then write the styles.'
  );
}
