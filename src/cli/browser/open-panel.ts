import type { Frame, Page } from 'puppeteer';
import { CliError } from '../cli-error.ts';
import { poll } from './poll.ts';

/** What `devtools.panels.create` was given. */
const PANEL_TITLE = 'Vitalog';
const PANEL_PATH = '/src/panel/panel.html';
const TIMEOUT = 20_000;

/** The real DevTools of a page with our panel in front. */
export interface OpenPanel {
  /** Our panel's document in it. */
  readonly frame: Frame;
  /** PNG of the DevTools window, or of the window that they are docked in; written to `file` too when one is named. */
  screenshot(file?: string): Promise<Uint8Array>;
  /** Whether they are still there: the page may have been closed with them. */
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** The same in Chromium, whose DevTools are a page themselves. */
export interface OpenDevtools extends OpenPanel {
  /** The DevTools window, to click and type in. */
  readonly devtools: Page;
}

/** Opens DevTools on the page as F12 does, and selects our panel. */
export async function openPanel(page: Page): Promise<OpenDevtools> {
  const devtools = await page.openDevTools();
  try {
    // DevTools' registry of views, asked for before DevTools has started, makes a second, empty one.
    await devtools.waitForFunction(() => document.querySelector('.root-view') !== null, {
      polling: 50,
      timeout: TIMEOUT,
    });
    // Selected more than once if need be: DevTools, still starting, may bring its own first panel to the front after ours.
    const frame = await poll(async () => ((await showPanel(devtools)) ? panelFrame(devtools) : null), {
      every: 200,
      timeout: TIMEOUT,
      onTimeout: () => new CliError('DevTools shows no Vitalog panel. Run "npm run build" and try again.'),
    });
    return {
      devtools,
      frame,
      screenshot: (file) => devtools.screenshot(file === undefined ? {} : { path: file as `${string}.png` }),
      isOpen: async () => !devtools.isClosed(),
      close: () => devtools.close(),
    };
  } catch (error) {
    await devtools.close();
    throw error;
  }
}

/** Brings our panel to the front of a DevTools window; false while there is none. */
export async function showPanel(devtools: Page): Promise<boolean> {
  return (await devtools.evaluate(SELECT_PANEL)) === true;
}

function panelFrame(devtools: Page): Frame | null {
  // The panel keeps its place in the fragment.
  const isPanel = (url: string) => URL.canParse(url) && new URL(url).pathname === PANEL_PATH;
  return devtools.frames().find((frame) => isPanel(frame.url())) ?? null;
}

/**
 * Runs in the DevTools window: true when the panel is there and in front. As text, because it imports a module of DevTools
 * itself, which every bundler and test runner would try to make its own.
 */
const SELECT_PANEL = `(async () => {
  const { ViewManager } = await import('./ui/legacy/legacy.js');
  const manager = ViewManager.ViewManager.instance();
  for (const view of manager.views.values()) {
    if (view.title?.() !== ${JSON.stringify(PANEL_TITLE)}) continue;
    await manager.showView(view.viewId());
    return true;
  }
  return false;
})()`;
