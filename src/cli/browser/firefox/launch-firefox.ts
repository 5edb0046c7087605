import { readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { CliError } from '../../cli-error.ts';
import { findBrowser } from '../../setup/find-browser.mjs';
import type { LaunchedBrowser, LaunchOptions } from '../launch-browser.ts';
import { bidiOf } from './bidi.ts';
import { type BrowserWindow, browserWindow } from './browser-window.ts';
import { type ExtensionViews, extensionViews } from './extension-views.ts';
import { openToolbox, type ToolboxHost } from './toolbox.ts';

/** The extension's host in this profile, which Firefox would otherwise draw by lot. */
const UUID = '5f1c7a52-9d0e-4c39-8b46-2f6f3c1e7a90';
/** A browser that does not end by itself is ended, after this many ms. */
const END_WITHIN = 10_000;

/** Preferences by name, as in about:config. */
export type Preferences = Readonly<Record<string, string | number | boolean>>;

export interface FirefoxOptions extends LaunchOptions {
  readonly preferences?: Preferences;
  /** Let the extension into private windows. */
  readonly privateWindows?: boolean;
}

/** A running Firefox with the extension in it. */
export interface LaunchedFirefox extends LaunchedBrowser {
  readonly window: BrowserWindow;
  readonly views: ExtensionViews;
  openPanel(page: Page, host?: ToolboxHost): ReturnType<LaunchedBrowser['openPanel']>;
}

/** Starts Firefox with an empty profile and the extension. Throws a CliError when there is no Firefox or it does not start. */
export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const executablePath = findBrowser('firefox', options.browserPath ?? undefined)?.path;
  if (executablePath === undefined) {
    throw new CliError('No Firefox was found. Install one, or name one with --browser-path PATH.');
  }
  let browser: Browser | null = null;
  try {
    const manifest: Manifest = JSON.parse(await readFile(path.join(options.dist, 'manifest.json'), 'utf8'));
    browser = await start(executablePath, manifest, options);
    return await withExtension(browser, options);
  } catch (error) {
    if (browser) await end(browser);
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new CliError(
      `${executablePath} does not start with the extension: ${reason}. Name another Firefox with --browser-path PATH.`,
    );
  }
}

interface Manifest {
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
}

function start(executablePath: string, manifest: Manifest, options: FirefoxOptions): Promise<Browser> {
  const { id } = manifest.browser_specific_settings.gecko;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    defaultViewport: null, // one of a fixed size would lie over the docked toolbox
    protocolTimeout: 60_000,
    // Up to Firefox ESR 153 the argument gives access to its window; after that it is the variable.
    args: ['--remote-allow-system-access', '--width=1400', '--height=1000'],
    env: { ...process.env, MOZ_REMOTE_ALLOW_SYSTEM_ACCESS: '1' },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      'devtools.toolbox.footer.height': 560,
      'devtools.toolbox.selectedTool': 'options', // the one that starts soonest; ours is selected then
      ...options.preferences,
    },
  });
}

async function withExtension(browser: Browser, options: FirefoxOptions): Promise<LaunchedFirefox> {
  const bidi = bidiOf(browser);
  const { extension } = await bidi.send('webExtension.install', {
    extensionData: { type: 'path', path: path.resolve(options.dist) },
    ...(options.privateWindows ? { 'moz:allowPrivateBrowsing': true } : {}),
  });
  const extensionId = String(extension);
  const window = await browserWindow(bidi);
  const views = await extensionViews(browser, bidi, window, extensionId);
  return {
    browser,
    extensionId,
    window,
    views,
    openPanel: (page, host) => openToolbox(page, { window, views, extensionId }, host),
    openExtensionPage: (file) => openExtensionPage(browser, file),
    close: () => end(browser),
  };
}

async function openExtensionPage(browser: Browser, file: string): Promise<Page> {
  const page = await browser.newPage();
  // No load event of such a page reaches puppeteer.
  await page.goto(`moz-extension://${UUID}/${file}`, { waitUntil: [] });
  await page.waitForFunction(() => document.readyState === 'complete' && location.protocol === 'moz-extension:');
  return page;
}

async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  const late = setTimeout(() => child?.kill('SIGKILL'), END_WITHIN);
  await browser.close().catch(() => child?.kill('SIGKILL'));
  clearTimeout(late);
}
