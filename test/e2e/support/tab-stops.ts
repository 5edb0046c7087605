import type { Page } from 'puppeteer';

/** What a user works a page with. */
const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** The controls that the Tab key does not stop at on its way around, or where it does not show that it has stopped. */
export async function missedByTab(page: Page): Promise<readonly string[]> {
  const expected = await page.evaluate((controls) => {
    const all = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (control) =>
        control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility({ visibilityProperty: true }),
    );
    const isMarked = (element: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const stops = new Set<Element>();
    const seen = new Set<Element>();
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return;
      stops.add(target);
      let marked: Element | null = target;
      while (marked && !isMarked(marked)) marked = marked.parentElement;
      if (marked) seen.add(target);
    });
    const said = (control: Element) => control.outerHTML.slice(0, 120);
    Object.assign(globalThis, {
      tabbed: () => [
        ...all.filter((control) => !stops.has(control)).map((control) => `not reached: ${said(control)}`),
        ...[...stops].filter((stop) => !seen.has(stop)).map((stop) => `not seen: ${said(stop)}`),
      ],
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return all.length;
  }, CONTROLS);
  // A few more: a box that scrolls and holds no control is a stop as well.
  await Promise.all(Array.from({ length: expected + 10 }, () => page.keyboard.press('Tab')));
  return page.evaluate(() => (globalThis as unknown as { tabbed(): readonly string[] }).tabbed());
}
