import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests in a real browser: one file after the other, because two browsers at once would spoil each other's times. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/e2e/**/*.test.ts'],
    css: { include: [/\?raw$/] }, // the demo shop serves its styles; vitest blanks them otherwise
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
