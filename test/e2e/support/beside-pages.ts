import { afterAll, beforeAll } from 'vitest';
import { launchExtension, type TestBrowser } from './extension.ts';

/** The pages of a test file and the browser that visits them; both are there once its hooks have run. */
export interface BesidePages<Pages> {
  readonly pages: Pages;
  readonly chromium: TestBrowser;
}

/** Serves pages and starts Chromium with the extension before all tests of a file, and ends both after them. */
export function besidePages<Pages extends { close(): Promise<void> }>(start: () => Promise<Pages>): BesidePages<Pages> {
  let started: Partial<BesidePages<Pages>> = {};
  beforeAll(async () => {
    started = { pages: await start() };
    started = { ...started, chromium: await launchExtension() };
  });
  afterAll(async () => {
    await started.chromium?.close();
    await started.pages?.close();
  });
  return {
    get pages() {
      return present(started.pages);
    },
    get chromium() {
      return present(started.chromium);
    },
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error('The pages and the browser are there from the first test on, not while tests are collected.');
  return value;
}
