// `npm run dev`: rebuilds dist/chrome on change, and serves the panel in a plain page.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { forgetBuild } from './build.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runScript } from './setup-error.mjs';

const TASKS = [
  { name: 'build', args: ['build', '--watch', '--mode', 'chrome'] },
  { name: 'panel', args: ['--config', 'test/playground/vite.config.ts'] },
];

await runScript(async () => {
  requireNode();
  await ensurePackages(PROJECT_ROOT);
  // The watcher writes dist/chrome unseen by the stamp.
  await forgetBuild(PROJECT_ROOT, 'chrome');
  const children = TASKS.map(({ name, args }) => startVite(name, args));
  const stop = () => {
    for (const child of children) child.kill();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('exit', stop);
  // One half alone would look as if it worked: the first to end takes the other with it.
  process.exitCode = await Promise.race(children.map(ended));
  stop();
});

/**
 * @param {string} name what its lines begin with
 * @param {readonly string[]} args
 */
function startVite(name, args) {
  const vite = path.join(PROJECT_ROOT, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, ...args], { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => process.stdout.write(`[${name}] ${line}\n`));
  }
  return child;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit status; 0 when a signal ended it
 */
function ended(child) {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 0)));
}
