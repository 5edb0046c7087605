import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Pictures of the panel to look at, not a test of it: they are written to test/screenshots. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/pictures/**/*.pictures.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
