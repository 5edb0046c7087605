// What Mozilla's reviewers do: build the add-on from the source zip, and compare.
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../../../src/cli/setup/hash-files.mjs';
import { PROJECT_ROOT } from '../../../src/cli/setup/project-root.mjs';
import { runCommand } from '../../../src/cli/setup/run-command.mjs';
import { SOURCE_FILES } from '../../../src/cli/setup/source-files.mjs';
import { zipFiles } from '../../../src/cli/setup/zip.mjs';
import { FIREFOX_DIST } from './support/firefox.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitalog-source-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the build from the source zip is byte for byte the add-on, and so is its zip', async () => {
  const sources = unzipSync(await zipFiles(PROJECT_ROOT, SOURCE_FILES));
  for (const [name, bytes] of Object.entries(sources)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await symlink(path.join(PROJECT_ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const vite = path.join(folder, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--mode', 'firefox', '--logLevel', 'warn'];
  const { code, lines } = await runCommand(process.execPath, args, { cwd: folder, env: reviewersEnvironment() });
  expect(code, lines.join('\n')).toBe(0);

  const rebuilt = path.join(folder, 'dist/firefox');
  const files = await listFiles(rebuilt, ['.']);
  expect(files.length).toBeGreaterThan(10);
  expect(files).toEqual(await listFiles(FIREFOX_DIST, ['.']));
  for (const file of files) {
    const [ours, theirs] = await Promise.all([
      readFile(path.join(FIREFOX_DIST, file)),
      readFile(path.join(rebuilt, file)),
    ]);
    expect(theirs.equals(ours), file).toBe(true);
  }
  expect(Buffer.from(await zipFiles(rebuilt, ['.'])).equals(await zipFiles(FIREFOX_DIST, ['.']))).toBe(true);
});

/** That of a shell: vitest tells its children that they are tests, and a build for tests is another one. */
function reviewersEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...env } = process.env;
  return env;
}
