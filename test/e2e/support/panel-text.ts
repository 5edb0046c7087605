import type { Frame } from 'puppeteer';

/** Everything that the panel says of the page load that it shows: all insights and violations opened, as a user does by clicks. */
export interface PanelText {
  readonly insights: ReadonlyMap<string, string>;
  /** By metric key: level and the text of the row with its offenders. */
  readonly violations: ReadonlyMap<string, { readonly level: string; readonly text: string }>;
  /** Text of the vitals' cards by metric. */
  readonly metrics: ReadonlyMap<string, string>;
}

/** Opens everything in the overview and reads it. */
export async function readOverview(panel: Frame): Promise<PanelText> {
  await clickAll(panel, '.insight-group:not([open]) > summary');
  // An insight is open before its text is there, and that moves the ones below it.
  await clickAll(panel, '.insight:not(:has(.insight-body)) summary');
  await clickAll(panel, '.offenders-toggle[aria-expanded="false"]');
  const found = await panel.evaluate(() => {
    const text = (element: Element) => element.textContent ?? '';
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    return {
      insights: all('[data-insight]').map((insight) => [insight.dataset.insight ?? '', text(insight)] as const),
      violations: all('[data-testid="violation"]').map((row) => {
        const offenders = row.nextElementSibling?.querySelector('.offender-list');
        const said = offenders ? `${text(row)}\n${text(offenders)}` : text(row);
        return [row.dataset.metric ?? '', { level: row.dataset.level ?? '', text: said }] as const;
      }),
      metrics: all('[data-metric][data-state]').map((card) => [card.dataset.metric ?? '', text(card)] as const),
    };
  });
  return {
    insights: new Map(found.insights),
    violations: new Map(found.violations),
    metrics: new Map(found.metrics),
  };
}

/**
 * Clicks what matches until nothing does: each click takes its element out of the selection. The first is a user's, the others are made
 * in the panel: a user's takes a tenth of a second in Firefox.
 */
async function clickAll(panel: Frame, selector: string): Promise<void> {
  const first = await panel.$(selector);
  if (first === null) return;
  await first.click();
  await panel.waitForFunction((clicked, matching) => !clicked.matches(matching), {}, first, selector);
  await panel.evaluate(async (matching) => {
    const clicked = new Set<HTMLElement>();
    for (const end = performance.now() + 30_000; ; ) {
      const left = [...document.querySelectorAll<HTMLElement>(matching)];
      if (left.length === 0) return;
      if (performance.now() > end) throw new Error(`${left.length} of ${matching} stay after a click.`);
      for (const target of left) if (!clicked.has(target)) target.click();
      for (const target of left) clicked.add(target);
      await new Promise(requestAnimationFrame);
    }
  }, selector);
}
