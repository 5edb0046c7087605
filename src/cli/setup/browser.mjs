import { findBrowser } from './find-browser.mjs';
import { downloadBrowser, installDistributionBrowser } from './install-browser.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {import('./find-browser.mjs').Product} Product */

const NAMES = { chrome: 'Chrome, Chromium or Edge', firefox: 'Firefox' };
const PAGES = { chrome: 'https://www.google.com/chrome/', firefox: 'https://www.mozilla.org/firefox/' };

/**
 * The path of a browser: found, else downloaded by puppeteer, else installed from the distribution (Debian and Ubuntu, as root).
 * Throws a SetupError that says what to do when all of it fails.
 *
 * @param {Product} product
 * @param {{ root: string, explicitPath?: string | undefined }} options `root` is the folder of node_modules
 * @returns {Promise<string>}
 */
export async function ensureBrowser(product, { root, explicitPath }) {
  const found = findBrowser(product, explicitPath);
  if (found) return found.path;
  /** @type {string[]} */
  const reasons = [];
  for (const install of [downloadBrowser, installDistributionBrowser]) {
    const failure = await install(product, root);
    const installed = failure === null ? findBrowser(product) : null;
    if (installed) return installed.path;
    reasons.push(failure ?? 'it was installed, but not where it is looked for');
  }
  throw new SetupError(
    `No browser was found (${NAMES[product]}), and none could be installed: ${reasons.join('; ')}. ` +
      `Install one from ${PAGES[product]}, or name one with --browser-path PATH, and run the command again.`,
  );
}
