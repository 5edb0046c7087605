import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { sessionReportValidator } from '../vite.config.ts';

/** The files that hold times, orders or losses against truth: a second browser beside them would spoil what they measure. */
const ALONE = [
  'demo',
  'demo-start',
  'ingest',
  'insights',
  'metrics',
  'requests',
  'self-cost',
  'shift-causes',
  'truth',
  'truth-final',
  'views',
].map((name) => `test/e2e/${name}.test.ts`);

const shared = {
  css: { include: [/\?raw$/] }, // the demo shop serves its styles; vitest blanks them otherwise
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/** Tests in a real browser: first those that need the machine for themselves, then the others two at a time. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: [
      {
        plugins: [sessionReportValidator()],
        test: { ...shared, name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 0 } },
      },
      {
        plugins: [sessionReportValidator()],
        test: {
          ...shared,
          name: 'side by side',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
