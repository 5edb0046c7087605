import type { Page } from 'puppeteer';
import { expect } from 'vitest';

interface ChromeScripting {
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
}

/** Switches the recording of script errors over, as a user does in the options page, and waits until it holds for new documents. */
export async function switchScriptErrors(optionsPage: Page, to: 'on' | 'off'): Promise<void> {
  await optionsPage.bringToFront();
  await optionsPage.locator('input[type="checkbox"]').click();
  // The one in the page, and the one beside the collector that hears it.
  await expect.poll(() => registeredScripts(optionsPage), { timeout: 15_000 }).toBe(to === 'on' ? 2 : 0);
}

/** How many content scripts the extension has registered beside those of its manifest. */
function registeredScripts(extensionPage: Page): Promise<number> {
  return extensionPage.evaluate(async () => {
    const { scripting } = (globalThis as unknown as { chrome: ChromeScripting }).chrome;
    return (await scripting.getRegisteredContentScripts()).length;
  });
}
