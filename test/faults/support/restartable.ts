import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Page } from 'puppeteer';
import { findBrowser } from '../../../src/cli/setup/find-browser.mjs';
import { DIST, type TestBrowser } from '../../e2e/support/extension.ts';

/** A profile that outlives its browser, so that a test can end the one and look into the other. */
export interface Profile {
  readonly folder: string;
  /** Starts a browser in it, with the extension. */
  start(): Promise<TestBrowser>;
  remove(): Promise<void>;
}

/** Makes an empty profile. `dist` is the extension's folder, `pagePath` a page or file in it, to read the store from. */
export async function createProfile(dist = DIST, pagePath = 'src/options/options.html'): Promise<Profile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-faults-'));
  return {
    folder,
    async start() {
      const browser = await puppeteer.launch({
        executablePath: findBrowser('chrome')?.path ?? '',
        userDataDir: folder,
        pipe: true,
        enableExtensions: [dist],
        args: ['--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      });
      const worker = await browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: 15_000 });
      const extensionId = new URL(worker.url()).host;
      const extensionPage: Page = await browser.newPage();
      await extensionPage.goto(`chrome-extension://${extensionId}/${pagePath}`);
      return { browser, extensionId, extensionPage, close: () => browser.close() };
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** Sends the browser a signal; resolves when its process is gone. */
export async function end({ browser }: TestBrowser, signal: NodeJS.Signals): Promise<void> {
  const process = browser.process();
  if (!process) throw new Error('The browser has no process.');
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill(signal);
  await gone;
}
