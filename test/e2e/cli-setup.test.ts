import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs what `npm start` runs, in a folder of the project or of a copy. */
function start(root: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ status: number | null; stderr: string }>((resolve) => {
    const script = path.join(root, 'src/cli/setup/start.mjs');
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, ...env } });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.resume();
    child.once('close', (status) => resolve({ status, stderr }));
  });
}

describe('the set-up with everything in place', () => {
  it('runs nothing and tells nothing', async () => {
    await start(ROOT, ['--help']); // builds what the tests changed since
    // Without a path there is no package manager that it could ask.
    expect(await start(ROOT, ['--help'], { PATH: '' })).toEqual({ status: 0, stderr: '' });
  });
});

describe('the set-up of a clean clone without a network', () => {
  let clone = '';
  beforeAll(async () => {
    clone = await mkdtemp(path.join(tmpdir(), 'vitalog-clone-'));
    await cp(path.join(ROOT, 'src/cli/setup'), path.join(clone, 'src/cli/setup'), { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) await cp(path.join(ROOT, file), path.join(clone, file));
    await mkdir(path.join(clone, 'home'));
  });
  afterAll(() => rm(clone, { recursive: true }));

  it('ends in one sentence with the next step', async () => {
    const { status, stderr } = await start(clone, [], {
      HOME: path.join(clone, 'home'),
      npm_config_cache: path.join(clone, 'home/npm'),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('Installing packages from package-lock.json');
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'The packages could not be downloaded: the npm registry cannot be reached. Check the network and the proxy ("npm config get registry"), then run the command again.',
    );
  });
});
