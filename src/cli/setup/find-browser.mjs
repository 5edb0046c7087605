import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { installedBrowsers } from './installed-browsers.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {'chrome' | 'firefox'} Product what is looked for: Chrome and its relatives, or Firefox */
/** @typedef {'option' | 'environment' | 'installed' | 'puppeteer cache'} BrowserSource */

/**
 * The parts of the machine that the search looks at, so that a test can describe any machine.
 *
 * @typedef {object} Machine
 * @property {string} platform as `process.platform`
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 * @property {(file: string) => boolean} exists
 * @property {(folder: string) => readonly string[]} list names in a folder, none when it is not there
 */

/** @type {readonly Product[]} */
export const PRODUCTS = ['chrome', 'firefox'];

/** @type {Readonly<Record<Product, string>>} */
export const BROWSER_VARIABLE = { chrome: 'VITALOG_CHROME', firefox: 'VITALOG_FIREFOX' };

/**
 * Finds a browser without starting it: the path given by option, by environment variable, an installed one, puppeteer's cache.
 * Null when there is none; throws a SetupError when a path was given and nothing is there.
 *
 * @param {Product} product
 * @param {string | undefined} [explicitPath]
 * @param {Machine} [machine]
 * @returns {{ path: string, source: BrowserSource } | null}
 */
export function findBrowser(product, explicitPath, machine = thisMachine()) {
  const variable = BROWSER_VARIABLE[product];
  const named = explicitPath ?? machine.env[variable];
  if (named) {
    if (machine.exists(named)) return { path: named, source: explicitPath ? 'option' : 'environment' };
    const where = explicitPath ? '--browser-path' : variable;
    throw new SetupError(
      `There is no browser at ${named}, which ${where} names. Correct the path, or leave it out to use an installed browser.`,
    );
  }
  const installed = installedBrowsers(product, machine).find(machine.exists);
  if (installed) return { path: installed, source: 'installed' };
  const cached = cachedBrowsers(product, machine).find(machine.exists);
  return cached ? { path: cached, source: 'puppeteer cache' } : null;
}

/** @returns {Machine} */
export function thisMachine() {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  };
}

/**
 * Where puppeteer keeps what it downloads: `CACHE/chrome/linux-148.0.7778.97/chrome-linux64/chrome`; newest build first.
 *
 * @param {Product} product
 * @param {Machine} machine
 */
function cachedBrowsers(product, { env, home, list, platform }) {
  const folder = path.join(env.PUPPETEER_CACHE_DIR ?? path.join(home, '.cache', 'puppeteer'), product);
  const builds = [...list(folder)].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return builds.flatMap((build) =>
    list(path.join(folder, build)).flatMap((inner) =>
      executables(product, platform).map((executable) => path.join(folder, build, inner, executable)),
    ),
  );
}

/**
 * @param {Product} product
 * @param {string} platform
 */
function executables(product, platform) {
  if (platform === 'win32') return [`${product}.exe`];
  if (platform !== 'darwin') return [product];
  return product === 'chrome'
    ? ['Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing']
    : ['Contents/MacOS/firefox'];
}
