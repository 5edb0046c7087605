import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DIST } from './support/extension.ts';

/** web-vitals with attribution alone takes 5.9 KiB; every page that a user visits pays for the rest. */
const MAX_GZIP_BYTES = 10 * 1024;

test.each(['chrome', 'firefox'])('the content script takes at most 10 KiB of gzip in %s', async (target) => {
  const script = await readFile(path.resolve(DIST, '..', target, 'src/content/collector.iife.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(MAX_GZIP_BYTES);
});
