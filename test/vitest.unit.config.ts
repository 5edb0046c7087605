import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sessionReportValidator } from '../vite.config.ts';

/** Folders whose modules hold nothing that another test could see: their tests share what was loaded, which takes a third of the time. */
const STATELESS = ['analysis', 'cli', 'har', 'model', 'panel', 'report'].map(
  (folder) => `test/unit/${folder}/**/*.test.{ts,tsx}`,
);

const JSX = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
const shared = {
  testTimeout: 30_000, // property tests take seconds where other work shares the machine
  css: { include: [/\?raw$/] }, // the demo shop serves its styles; vitest blanks them otherwise
};

/** Unit tests: Node alone, no browser, no build. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    maxWorkers: 2, // of two cores vitest would leave one to itself
    projects: [
      {
        oxc: JSX,
        plugins: [sessionReportValidator()],
        test: { ...shared, name: 'stateless', include: STATELESS, isolate: false },
      },
      {
        oxc: JSX,
        plugins: [sessionReportValidator()],
        test: { ...shared, name: 'each apart', include: ['test/unit/**/*.test.{ts,tsx}'], exclude: STATELESS },
      },
    ],
  },
});
