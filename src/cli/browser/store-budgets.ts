import type { Budget } from '../../model/budget.ts';
import type { LaunchedBrowser } from './launch-browser.ts';

/** Name of the setting, as in `store/settings.ts`. Written here from outside, without the extension's own code. */
const KEY = 'settings/budgets';

/** Gives the extension its budgets, as the user does in the options. Resolves when they are stored. */
export async function storeBudgets(launched: LaunchedBrowser, budgets: readonly Budget[]): Promise<void> {
  const page = await launched.openExtensionPage('src/options/options.html');
  try {
    await page.evaluate(
      async (key, value) => {
        const { storage } = (globalThis as unknown as { chrome: ChromeStorage }).chrome;
        await storage.local.set({ [key]: value });
      },
      KEY,
      budgets,
    );
  } finally {
    await page.close();
  }
}

/** The part of `chrome` that is used here. */
interface ChromeStorage {
  readonly storage: { readonly local: { set(items: Readonly<Record<string, unknown>>): Promise<void> } };
}
