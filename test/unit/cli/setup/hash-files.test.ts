import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFiles } from '../../../../src/cli/setup/hash-files.mjs';

describe('the hash of the files that a build reads', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'vitalog-hash-'));
    await mkdir(path.join(root, 'src'));
    await writeFile(path.join(root, 'src/a.ts'), 'one');
    await writeFile(path.join(root, 'src/b.ts'), 'two');
    await writeFile(path.join(root, 'manifest.json'), '{}');
  });
  afterEach(() => rm(root, { recursive: true }));
  const hash = () => hashFiles(root, ['src', 'manifest.json', 'missing']);

  it('stays when nothing changed', async () => {
    expect(await hash()).toBe(await hash());
  });

  it.each([
    ['a file is edited', () => writeFile(path.join(root, 'src/a.ts'), 'One')],
    ['a file is added', () => writeFile(path.join(root, 'src/c.ts'), '')],
    ['a file is renamed', () => rename(path.join(root, 'src/a.ts'), path.join(root, 'src/aa.ts'))],
    ['a file is removed', () => rm(path.join(root, 'manifest.json'))],
    [
      'content moves from one file to the next',
      async () => {
        await writeFile(path.join(root, 'src/a.ts'), 'onet');
        await writeFile(path.join(root, 'src/b.ts'), 'wo');
      },
    ],
  ])('changes when %s', async (_, change) => {
    const before = await hash();
    await change();
    expect(await hash()).not.toBe(before);
  });

  it('does not see files that are no input', async () => {
    const before = await hash();
    await writeFile(path.join(root, 'README.md'), 'new');
    expect(await hash()).toBe(before);
  });
});
