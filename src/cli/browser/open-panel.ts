import type { Frame, Page } from 'puppeteer';
import { CliError } from '../cli-error.ts';
import { poll } from './poll.ts';

/** What `devtools.panels.create` was given. */
const PANEL_TITLE = 'Vitalog';
const PANEL_PATH = '/src/panel/panel.html';
const TIMEOUT = 20_000;

/** The real DevTools of a page with our panel in front. */
export interface OpenPanel {
  /** The DevTools window, to take pictures of and to click in. */
  readonly devtools: Page;
  /** Our panel's document in it. */
  readonly frame: Frame;
  close(): Promise<void>;
}

/** Opens DevTools on the page as F12 does, and selects our panel. */
export async function openPanel(page: Page): Promise<OpenPanel> {
  const devtools = await page.openDevTools();
  try {
    // DevTools' registry of views, asked for before DevTools has started, makes a second, empty one.
    await devtools.waitForFunction(() => document.querySelector('.root-view') !== null, {
      polling: 50,
      timeout: TIMEOUT,
    });
    await devtools.waitForFunction(selectPanel, { polling: 100, timeout: TIMEOUT }, PANEL_TITLE);
    const frame = await poll(async () => panelFrame(devtools), {
      every: 50,
      timeout: TIMEOUT,
      onTimeout: () => new CliError('DevTools shows no Vitalog panel. Run "npm run build" and try again.'),
    });
    return { devtools, frame, close: () => devtools.close() };
  } catch (error) {
    await devtools.close();
    throw error;
  }
}

function panelFrame(devtools: Page): Frame | null {
  return devtools.frames().find((frame) => frame.url().endsWith(PANEL_PATH)) ?? null;
}

/** Runs in the DevTools window: true when the panel of this title is there and in front. */
async function selectPanel(title: string): Promise<boolean> {
  // A module of DevTools itself, which no bundler may resolve.
  const path = './ui/legacy/legacy.js';
  const { ViewManager } = await import(/* @vite-ignore */ path);
  const manager = ViewManager.ViewManager.instance();
  for (const view of manager.views.values()) {
    if (view.title?.() !== title) continue;
    await manager.showView(view.viewId());
    return true;
  }
  return false;
}
