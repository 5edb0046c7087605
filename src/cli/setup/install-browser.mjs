import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { withProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/** @typedef {import('./find-browser.mjs').Product} Product */

/** Package names in Debian; Ubuntu's `chromium-browser` and `firefox` bring the snap. */
const PACKAGES = {
  debian: { chrome: 'chromium', firefox: 'firefox-esr' },
  ubuntu: { chrome: 'chromium-browser', firefox: 'firefox' },
};

/**
 * Downloads the browser that the installed puppeteer was made for into puppeteer's cache, and tries that it starts.
 *
 * @param {Product} product
 * @param {string} root folder of node_modules
 * @returns {Promise<string | null>} why it failed, null when the browser is there
 */
export async function downloadBrowser(product, root) {
  const cli = path.join(root, 'node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js');
  return attempt(`Downloading ${product} with puppeteer`, async (report) => {
    const { code, lines } = await runCommand(process.execPath, [cli, 'browsers', 'install', product], {
      cwd: root,
      onLine: report,
    });
    if (code !== 0) return `puppeteer's download failed (${reasonIn(lines)})`;
    const browser = findBrowser(product);
    if (!browser) return 'puppeteer downloaded it to an unknown place';
    // A bare machine often lacks the libraries that Chrome needs; better to hear it now than at the first page.
    const started = await runCommand(browser.path, ['--version']);
    return started.code === 0 ? null : `the downloaded ${product} does not start (${reasonIn(started.lines)})`;
  });
}

/**
 * Installs the distribution's package on Debian and Ubuntu, as root only.
 *
 * @param {Product} product
 * @returns {Promise<string | null>} why it failed, null when the package is there
 */
export async function installDistributionBrowser(product) {
  const family = await distribution();
  if (family === null) return 'no distribution package is known for this system';
  const name = PACKAGES[family][product];
  if (process.getuid?.() !== 0) return `only root may run "apt-get install ${name}"`;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return attempt(`Installing the package ${name} with apt-get`, async (report) => {
    // A failed update is no reason to stop: the lists may be there already.
    await runCommand('apt-get', ['update'], { env, onLine: report });
    const { code, lines } = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', name], {
      env,
      onLine: report,
    });
    return code === 0 ? null : `apt-get could not install ${name} (${reasonIn(lines)})`;
  });
}

/**
 * Shows a step that may fail without ending the set-up.
 *
 * @param {string} label
 * @param {(report: (detail: string) => void) => Promise<string | null>} work
 */
async function attempt(label, work) {
  /** @type {string | null} */
  let failure = null;
  await withProgress(label, async (report) => {
    failure = await work(report);
    if (failure !== null) throw new Error(failure);
  }).catch((error) => {
    failure ??= String(error);
  });
  return failure;
}

/** @returns {Promise<keyof typeof PACKAGES | null>} */
async function distribution() {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (/^ID=ubuntu/m.test(release)) return 'ubuntu';
  return /^ID=debian|^ID_LIKE=.*\bdebian/m.test(release) ? 'debian' : null;
}

/** @param {readonly string[]} lines */
function reasonIn(lines) {
  const said = lines.filter((line) => line.trim() !== '');
  const named = said.find((line) => /error|E:|fail|cannot|ENOTFOUND/i.test(line));
  return (named ?? said.at(-1) ?? 'it said nothing').trim().slice(0, 200);
}
