import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Pictures of the panel to look at, not a test of it: they are written to test/screenshots. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/pictures/**/*.pictures.ts'],
    css: { include: [/\?raw$/] }, // the demo shop serves its styles; vitest blanks them otherwise
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
