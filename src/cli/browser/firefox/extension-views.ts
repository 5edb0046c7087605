import type { Browser, Page } from 'puppeteer';
import { poll } from '../poll.ts';
import type { Bidi } from './bidi.ts';
import type { BrowserWindow } from './browser-window.ts';

/** What of an extension has no tab: Firefox's names for it. */
export type ViewType = 'devtools_panel' | 'devtools_page' | 'background';

/** Finds the living views of an extension. */
export interface ExtensionViews {
  /**
   * The newest view of the kind, as a page of puppeteer's; one of DevTools may be asked for by the context of their tab. Rejects when
   * there is none within 15 s.
   */
  open(kind: ViewType, tab?: string): Promise<Page>;
  /** Whether there is one at this moment; asking does not start it. */
  has(kind: ViewType): Promise<boolean>;
}

const WITHIN = 15_000;

/** BiDi knows the browsers in tabs alone; from here on it knows those that are named to it as well. */
const KNOW_VIEWS = `() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const named = (globalThis.vitalogViews = new Map());
  const find = NavigableManager.getBrowserById;
  NavigableManager.getBrowserById = function (id) { return find.call(this, id) ?? named.get(id) ?? null; };
}`;

/** The id of the newest view of a kind, or of those for one tab, in BiDi's words; null when there is none. */
const NAME_VIEW = `(extensionId, kind, context) => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const views = [...(ExtensionParent.GlobalManager.getExtension(extensionId)?.views ?? [])];
  const isOfTab = (view) => view.devToolsToolbox?.commands.descriptorFront.localTab?.linkedBrowser === NavigableManager.getBrowserById(context);
  const view = views.findLast((view) => view.viewType === kind && (context === null || isOfTab(view)))?.xulBrowser;
  if (!view) return null;
  view.permanentKey ??= {}; // ids come from it, and only tabs have one
  const id = NavigableManager.getIdForBrowser(view);
  vitalogViews.set(id, view);
  return id;
}`;

const HAS_VIEW = `(extensionId, kind) => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  return [...(ExtensionParent.GlobalManager.getExtension(extensionId)?.views ?? [])].some(({ viewType }) => viewType === kind);
}`;

export async function extensionViews(
  browser: Browser,
  bidi: Bidi,
  window: BrowserWindow,
  extensionId: string,
): Promise<ExtensionViews> {
  await window.call(KNOW_VIEWS);
  const pageOf = async (context: string) => {
    const pages = await browser.pages();
    return pages.find((page) => contextOf(page) === context) ?? null;
  };
  return {
    async open(kind, tab) {
      const name = () => window.call(NAME_VIEW, extensionId, kind, tab ?? null);
      const context = await poll(async () => (await name()) as string | null, {
        every: 20,
        timeout: WITHIN,
        onTimeout: () => new Error(`The extension has no ${kind} within ${WITHIN} ms.`),
      });
      if ((await pageOf(context)) === null) {
        const { contexts } = await bidi.send('browsingContext.getTree', { root: context, maxDepth: 0 });
        const [info] = contexts as readonly { readonly [member: string]: unknown }[];
        // Firefox does not tell of them by itself (https://bugzilla.mozilla.org/show_bug.cgi?id=1755014).
        bidi.emit('browsingContext.contextCreated', { ...info, children: null });
      }
      return poll(() => pageOf(context), {
        every: 20,
        timeout: WITHIN,
        onTimeout: () => new Error(`Puppeteer has no page for the ${kind}.`),
      });
    },
    has: async (kind) => (await window.call(HAS_VIEW, extensionId, kind)) === true,
  };
}

/** BiDi's id of a page. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { readonly _id: string })._id;
}
