import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The soak: minutes of load and faults at once, as many as SOAK_MINUTES says. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/faults/**/*.soak.test.ts'],
    testTimeout: (Number(process.env.SOAK_MINUTES ?? 10) + 10) * 60_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
  },
});
