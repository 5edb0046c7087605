import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withProgress } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/** Written last, so a half-done installation never counts; `npm ci` removes it with node_modules. */
const STAMP = 'node_modules/.vitalog-packages';

/**
 * Installs the packages of package-lock.json when node_modules is missing or does not match it.
 *
 * @param {string} root folder of package.json
 */
export async function ensurePackages(root) {
  const key = await lockfileKey(root);
  if ((await readText(path.join(root, STAMP))) === key) return;
  if (!(await isInstalledByHand(root))) await install(root);
  await writeFile(path.join(root, STAMP), key);
}

/**
 * What an installation is valid for: the lockfile, and the machine that native packages were chosen for.
 *
 * @param {string} root
 */
export async function lockfileKey(root) {
  const lockfile = await readText(path.join(root, 'package-lock.json'));
  if (lockfile === null)
    throw new SetupError('package-lock.json is missing. Clone the repository again, or restore the file with git.');
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lockfile).digest('hex')}`;
}

/**
 * True when npm itself, run by the user, installed just what the lockfile says: npm keeps an account of it in a hidden lockfile.
 * Optional packages (binaries for other machines) may be missing.
 *
 * @param {string} root
 */
async function isInstalledByHand(root) {
  const wanted = parsePackages(await readText(path.join(root, 'package-lock.json')));
  const present = parsePackages(await readText(path.join(root, 'node_modules/.package-lock.json')));
  if ((await readText(path.join(root, STAMP)))?.startsWith(`${process.platform}-${process.arch} `) === false)
    return false;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      name === '' || present[name]?.version === version || (optional && !present[name]),
  );
}

/**
 * @param {string | null} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function parsePackages(lockfile) {
  return lockfile === null ? {} : (JSON.parse(lockfile).packages ?? {});
}

/** @param {string} root */
async function install(root) {
  const npm = npmCommand();
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=http',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=8000',
  ];
  await withProgress('Installing packages from package-lock.json', async (report) => {
    const { code, lines } = await runCommand(npm.command, [...npm.args, ...args], {
      cwd: root,
      // The browser is found or fetched by browser.mjs, which can say what is going on.
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
      shell: npm.shell,
      onLine: (line) => report(line.replace(/^npm (http|info|warn) /, '')),
    });
    if (code !== 0) throw new SetupError(explainFailure(lines));
  });
}

/**
 * npm as it was called (`npm start` names its own script), else the one on the path.
 */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * One sentence with the next step, from npm's output.
 *
 * @param {readonly string[]} lines
 */
export function explainFailure(lines) {
  const text = lines.join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(text)) {
    return 'The packages could not be downloaded: the npm registry cannot be reached. Check the network and the proxy ("npm config get registry"), then run the command again.';
  }
  if (/ENOSPC/.test(text))
    return 'The packages could not be installed: the disk is full. Free about 500 MB, then run the command again.';
  if (/EACCES|EPERM/.test(text)) {
    return 'The packages could not be installed: this user may not write to node_modules. Correct its owner or delete it, then run the command again.';
  }
  if (/spawn npm ENOENT|npm: not found/.test(text)) {
    return 'npm was not found. Install Node.js with npm from https://nodejs.org/, then run the command again.';
  }
  const said = lines
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, ''));
  return `The packages could not be installed. npm said: ${said.slice(0, 3).join(' ') || lines.at(-1) || 'nothing'}\nRun "npm ci --loglevel=notice" to see all of it.`;
}

/**
 * @param {string} file
 * @returns {Promise<string | null>} null when there is no such file
 */
async function readText(file) {
  return readFile(file, 'utf8').catch(() => null);
}
