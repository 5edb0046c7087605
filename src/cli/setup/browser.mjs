import { BROWSER_VARIABLE, findBrowser, thisMachine } from './find-browser.mjs';
import { downloadBrowser, installDistributionBrowser } from './install-browser.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {import('./find-browser.mjs').Product} Product */

const NAMES = { chrome: 'Chrome, Chromium or Edge', firefox: 'Firefox' };
const PAGES = { chrome: 'https://www.google.com/chrome/', firefox: 'https://www.mozilla.org/firefox/' };

/**
 * Tries to install a browser; answers why it failed, null when it worked.
 *
 * @typedef {(product: Product, root: string) => Promise<string | null>} Installer
 */

/** @type {readonly Installer[]} */
const INSTALLERS = [downloadBrowser, installDistributionBrowser];

/**
 * The path of a browser: found, else downloaded by puppeteer, else installed from the distribution (Debian and Ubuntu, as root).
 * Throws a SetupError that says what to do when all of it fails.
 *
 * @param {Product} product
 * @param {{
 *   root: string,
 *   explicitPath?: string | undefined,
 *   machine?: import('./find-browser.mjs').Machine,
 *   installers?: readonly Installer[],
 * }} options `root` is the folder of node_modules
 * @returns {Promise<string>}
 */
export async function ensureBrowser(product, { root, explicitPath, machine = thisMachine(), installers = INSTALLERS }) {
  const found = findBrowser(product, explicitPath, machine);
  if (found) return found.path;
  /** @type {string[]} */
  const reasons = [];
  for (const install of installers) {
    const failure = await install(product, root);
    const installed = failure === null ? findBrowser(product, undefined, machine) : null;
    if (installed) return installed.path;
    reasons.push(failure ?? 'it was installed, but not where it is looked for');
  }
  throw new SetupError(
    `No browser was found (${NAMES[product]}), and none could be installed: ${reasons.join('; ')}. ` +
      `Install one from ${PAGES[product]}, or name one with --browser-path PATH or the environment variable ${BROWSER_VARIABLE[product]}, and run the command again.`,
  );
}
