import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashFiles } from './hash-files.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { withProgress } from './progress.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runCommand } from './run-command.mjs';
import { runScript, SetupError } from './setup-error.mjs';

/** @typedef {'chrome' | 'firefox' | 'cli'} BuildMode a mode of vite.config.ts, which is also its folder under dist */

/** @type {readonly BuildMode[]} */
export const BUILD_MODES = ['chrome', 'firefox', 'cli'];

/** Everything that a build reads. The demo site is in it because the command line serves it. */
const INPUTS = ['src', 'public', 'test/pages', 'manifest.json', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
const STAMP = 'dist/.stamp';

/**
 * Builds those modes whose inputs changed since they were last built.
 *
 * @param {string} root
 * @param {readonly BuildMode[]} modes
 */
export async function ensureBuild(root, modes) {
  const hash = await hashFiles(root, INPUTS);
  const stamps = await readStamps(root);
  for (const mode of modes) {
    if (stamps[mode] !== hash) await build(root, mode, hash);
  }
}

/**
 * Builds one mode, whatever its stamp says. Throws a SetupError with the builder's output when it fails.
 *
 * @param {string} root
 * @param {BuildMode} mode
 * @param {string} hash of the inputs
 */
async function build(root, mode, hash) {
  await forgetBuild(root, mode);
  await withProgress(`Building dist/${mode}`, async (report) => {
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--mode', mode, '--logLevel', 'warn'];
    const { code, lines } = await runCommand(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      onLine: report,
    });
    if (code !== 0)
      throw new SetupError(
        `${lines.join('\n')}\nThe build of dist/${mode} failed. Correct what is named above, then run "npm run build".`,
      );
  });
  await writeStamps(root, { ...(await readStamps(root)), [mode]: hash });
}

/**
 * Removes the stamp of a mode, so that the next `ensureBuild` builds it.
 *
 * @param {string} root
 * @param {BuildMode} mode
 */
export async function forgetBuild(root, mode) {
  const { [mode]: _, ...others } = await readStamps(root);
  await writeStamps(root, others);
}

/**
 * @param {string} root
 * @returns {Promise<Partial<Record<BuildMode, string>>>}
 */
async function readStamps(root) {
  try {
    return JSON.parse(await readFile(path.join(root, STAMP), 'utf8'));
  } catch {
    return {};
  }
}

/**
 * @param {string} root
 * @param {Partial<Record<BuildMode, string>>} stamps
 */
async function writeStamps(root, stamps) {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, STAMP), `${JSON.stringify(stamps, null, 2)}\n`);
}

/**
 * `npm run build`: builds everything, always.
 *
 * @param {string} root
 */
export async function buildAll(root) {
  const hash = await hashFiles(root, INPUTS);
  for (const mode of BUILD_MODES) await build(root, mode, hash);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    requireNode();
    await ensurePackages(PROJECT_ROOT);
    await buildAll(PROJECT_ROOT);
  });
}
