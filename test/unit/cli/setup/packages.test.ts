import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensurePackages, explainFailure, lockfileKey } from '../../../../src/cli/setup/packages.mjs';

/** A lockfile of these packages; a name that ends in `?` is optional. */
function lockfile(versions: Readonly<Record<string, string>>): string {
  const packages = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name.replace('?', '')}`,
    name.endsWith('?') ? { version, optional: true } : { version },
  ]);
  return JSON.stringify({
    name: 'x',
    lockfileVersion: 3,
    packages: Object.fromEntries([['', { name: 'x' }], ...packages]),
  });
}

describe('packages', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'vitalog-packages-'));
    await mkdir(path.join(root, 'node_modules'));
    // No npm anywhere: whoever tries to install is found out.
    vi.stubEnv('PATH', root);
    vi.stubEnv('npm_execpath', undefined);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(root, { recursive: true });
  });
  const put = (file: string, text: string) => writeFile(path.join(root, file), text);
  const stamp = () => readFile(path.join(root, 'node_modules/.vitalog-packages'), 'utf8');

  it('that npm installed from the same lockfile are taken as they are', async () => {
    await put('package-lock.json', lockfile({ vite: '8.0.0', 'biome-mac?': '2.0.0' }));
    await put('node_modules/.package-lock.json', lockfile({ vite: '8.0.0' }));
    await ensurePackages(root);
    expect(await stamp()).toBe(await lockfileKey(root));
  });

  it('with a stamp of the same lockfile are not looked at again', async () => {
    await put('package-lock.json', lockfile({ vite: '8.0.0' }));
    await put('node_modules/.vitalog-packages', await lockfileKey(root));
    await expect(ensurePackages(root)).resolves.toBeUndefined();
  });

  it.each([
    ['missing', lockfile({})],
    ['of another version', lockfile({ vite: '7.9.9' })],
  ])('are installed when one is %s', async (_, installed) => {
    await put('package-lock.json', lockfile({ vite: '8.0.0' }));
    await put('node_modules/.package-lock.json', installed);
    await expect(ensurePackages(root)).rejects.toThrow('npm was not found');
  });

  it('are installed anew when they were made for another kind of machine', async () => {
    await put('package-lock.json', lockfile({ vite: '8.0.0' }));
    await put('node_modules/.package-lock.json', lockfile({ vite: '8.0.0' }));
    await put('node_modules/.vitalog-packages', 'plan9-mips 0123');
    await expect(ensurePackages(root)).rejects.toThrow('npm was not found');
  });

  it('cannot be installed without a lockfile, which is said', async () => {
    await expect(ensurePackages(root)).rejects.toThrow('package-lock.json is missing');
  });
});

describe('the explanation of a failed installation', () => {
  it.each([
    ['npm error code ENOTFOUND', /registry cannot be reached/],
    ['npm error code EAI_AGAIN', /registry cannot be reached/],
    ['npm error ENOSPC: no space left on device', /disk is full/],
    ["npm error EACCES: permission denied, mkdir 'node_modules'", /may not write to node_modules/],
    ['npm error code EUSAGE', /npm said: code EUSAGE/],
  ])('of "%s" names cause and next step', (line, message) => {
    expect(explainFailure(['npm http fetch', line])).toMatch(message);
  });
});
