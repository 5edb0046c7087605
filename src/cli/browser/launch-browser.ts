import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { CliError } from '../cli-error.ts';
import { findBrowser } from '../setup/find-browser.mjs';
import { type OpenPanel, openPanel } from './open-panel.ts';

/** Quiet, and nothing on the network but the page: a browser that phones home would spoil the figures. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1400,900',
];

/** A DevTools window of its own: docked, it would narrow the page, and the reflow would count as a layout shift. */
const PREFERENCES = { devtools: { preferences: { currentDockState: '"undocked"' } } };

export interface LaunchOptions {
  /** Folder of the unpacked extension. */
  readonly dist: string;
  readonly headless?: boolean;
  readonly browserPath?: string | null;
}

/** A running browser with the extension in it. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly extensionId: string;
  /** Opens the real DevTools on a page with our panel in front. */
  openPanel(page: Page): Promise<OpenPanel>;
  /** Opens a file of the extension in a tab of its own. */
  openExtensionPage(file: string): Promise<Page>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Starts Chrome with an empty profile and the extension. Throws a CliError when there is no browser or it does not start. */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const executablePath = findBrowser('chrome', options.browserPath ?? undefined)?.path;
  if (executablePath === undefined) {
    throw new CliError('No Chrome, Chromium or Edge was found. Install one, or name one with --browser-path PATH.');
  }
  const profile = await createProfile();
  let browser: Browser | null = null;
  const close = async () => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await browser?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const interrupt = (signal: NodeJS.Signals) =>
    void close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    browser = await puppeteer.launch({
      executablePath,
      userDataDir: profile,
      headless: options.headless ?? true,
      pipe: true, // enableExtensions needs it: branded Chrome ignores --load-extension
      enableExtensions: [path.resolve(options.dist)],
      defaultViewport: null,
      protocolTimeout: 60_000, // a page that hangs must not take three minutes of everybody's time
      // Ours also removes the profile.
      handleSIGINT: false,
      handleSIGTERM: false,
      // Chrome's sandbox does not start as root.
      args: [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const launched = browser;
    const worker = await launched.waitForTarget((target) => target.type() === 'service_worker', { timeout: 15_000 });
    const { host } = new URL(worker.url());
    const openExtensionPage = async (file: string) => {
      const page = await launched.newPage();
      await page.goto(`chrome-extension://${host}/${file}`);
      return page;
    };
    return { browser, extensionId: host, openPanel, openExtensionPage, close };
  } catch (error) {
    await close();
    throw new CliError(explainLaunch(executablePath, error));
  }
}

async function createProfile(): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'vitalog-profile-'));
  await mkdir(path.join(profile, 'Default'));
  await writeFile(path.join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  return profile;
}

function explainLaunch(executablePath: string, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/Missing X server|\$DISPLAY|ozone_platform_x11/.test(text)) {
    return '--open needs a display and there is none here. Leave --open out: the browser then works without a window.';
  }
  const library = /error while loading shared libraries: (\S+):/.exec(text)?.[1];
  if (library) {
    return `${executablePath} does not start: the system library ${library} is missing. Install the browser with the system's package manager, which brings its libraries.`;
  }
  return `${executablePath} does not start with the extension: ${text.split('\n')[0]}. Name another browser with --browser-path PATH.`;
}
