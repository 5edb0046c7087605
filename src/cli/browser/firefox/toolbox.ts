import { writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer';
import type { OpenPanel } from '../open-panel.ts';
import type { BrowserWindow } from './browser-window.ts';
import { contextOf, type ExtensionViews } from './extension-views.ts';

/** Where the toolbox is docked. */
export type ToolboxHost = 'bottom' | 'right' | 'window';

/** Firefox's DevTools, and the tab of a context; its window has another name in Firefox ESR 140 and before. */
const TAB = `const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const content = NavigableManager.getBrowserById(context);
  const tab = (content?.documentGlobal ?? content?.ownerGlobal)?.gBrowser.getTabForBrowser(content);`;

/** Opens the toolbox on a tab, or docks the one that is there elsewhere, and selects our panel. */
const SHOW = `async (context, extensionId, hostType) => {
  ${TAB}
  const toolbox = await gDevTools.showToolboxForTab(tab, { hostType });
  const isOurs = (tool) => tool.extensionId === extensionId;
  for (const end = Date.now() + 15000; !toolbox.getAdditionalTools().some(isOurs); ) {
    if (Date.now() > end) throw new Error('the toolbox has no panel of the extension');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await toolbox.selectTool(toolbox.getAdditionalTools().find(isOurs).id);
}`;

const CLOSE = `async (context) => {
  ${TAB}
  if (tab) await gDevTools.closeToolboxForTab(tab);
}`;

const IS_OPEN = `async (context) => {
  ${TAB}
  return Boolean(tab && gDevTools.getToolboxForTab(tab));
}`;

/** A picture of the whole window; BiDi's own refuses it. */
const PICTURE = `async () => {
  const bitmap = await window.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()).toBase64();
}`;

/** Opens the real toolbox on the page with our panel in front. */
export async function openToolbox(
  page: Page,
  {
    window,
    views,
    extensionId,
  }: { readonly window: BrowserWindow; readonly views: ExtensionViews; readonly extensionId: string },
  host: ToolboxHost = 'bottom',
): Promise<OpenPanel> {
  const context = contextOf(page);
  await page.bringToFront();
  await window.call(SHOW, context, extensionId, host);
  const panel = await views.open('devtools_panel', context);
  await panel.waitForFunction(() => document.readyState === 'complete' && document.body.childElementCount > 0);
  return {
    frame: panel.mainFrame(),
    async screenshot(file) {
      const picture = Buffer.from(String(await window.call(PICTURE)), 'base64');
      if (file !== undefined) await writeFile(file, picture);
      return picture;
    },
    isOpen: async () => (await window.call(IS_OPEN, context)) === true,
    close: async () => void (await window.call(CLOSE, context)),
  };
}
