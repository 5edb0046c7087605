import type { ElementHandle, Page } from 'puppeteer';
import { networkQuiet, REACTED_WITHIN } from './network-quiet.ts';
import { painted } from './painted.ts';

/**
 * Clicks the first visible button that submits nothing, or a blank spot when there is none, and lets the page react.
 * The click is the browser's own input, so it counts as an interaction.
 */
export async function clickSomething(page: Page): Promise<void> {
  const button = await firstButton(page);
  if (button) {
    await button.click().catch(() => page.mouse.click(2, 2)); // covered or gone since
    await button.dispose();
  } else {
    await page.mouse.click(2, 2);
  }
  await painted(page).catch(() => undefined); // the click may have left the page
  await networkQuiet(page, REACTED_WITHIN);
}

async function firstButton(page: Page): Promise<ElementHandle<Element> | null> {
  const handle = await page.evaluateHandle(() => {
    const candidates = document.querySelectorAll<HTMLElement>('button, [role="button"], input[type="button"]');
    const isUsable = (element: HTMLElement) =>
      element.closest('form, a') === null &&
      !element.hasAttribute('disabled') &&
      element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) &&
      element.getBoundingClientRect().width > 0;
    return [...candidates].find(isUsable) ?? null;
  });
  return handle.asElement() as ElementHandle<Element> | null;
}
