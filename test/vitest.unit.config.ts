import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sessionReportValidator } from '../vite.config.ts';

/** Unit tests: Node alone, no browser, no build. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [sessionReportValidator()],
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    testTimeout: 30_000, // property tests take seconds where other work shares the machine
    css: { include: [/\?raw$/] }, // the demo shop serves its styles; vitest blanks them otherwise
  },
});
