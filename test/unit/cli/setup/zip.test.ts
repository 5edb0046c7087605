import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipFiles } from '../../../../src/cli/setup/zip.mjs';

describe('a zip', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vitalog-zip-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(name: string, content: string, time: Date) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    await utimes(file, time, time);
  }

  it('has the same bytes whenever and in whatever order its files were written', async () => {
    await write('b.js', 'let b', new Date('2026-01-01T00:00:00Z'));
    await write('a/a.css', 'a{}', new Date('2026-01-02T00:00:00Z'));
    const first = await zipFiles(folder, ['.']);
    await rm(folder, { recursive: true });
    await write('a/a.css', 'a{}', new Date('2026-06-01T12:00:00Z'));
    await write('b.js', 'let b', new Date('2026-07-01T12:00:00Z'));
    const second = await zipFiles(folder, ['.']);
    expect(Buffer.from(second).equals(first)).toBe(true);
  });

  it('holds the files that were asked for under their relative names, without hidden ones', async () => {
    await write('manifest.json', '{}', new Date());
    await write('src/z.js', 'z', new Date());
    await write('src/.vite/manifest.json', '{}', new Date());
    await write('other/x.js', 'x', new Date());
    const files = unzipSync(await zipFiles(folder, ['src', 'manifest.json', 'not-there.md']));
    expect(Object.keys(files)).toEqual(['manifest.json', 'src/z.js']);
    expect(strFromU8(files['src/z.js'] ?? new Uint8Array())).toBe('z');
  });
});
