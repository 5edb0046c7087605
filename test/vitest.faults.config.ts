import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The fault suite in a real browser, one file after the other; each row of the catalogue prints its figures. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/faults/**/*.fault.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
});
