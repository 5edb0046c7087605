import browser from 'webextension-polyfill';

/** Our pages that read the database, by what is in their path. */
const NAMES: readonly (readonly [path: string, name: string])[] = [
  ['/panel/', 'the DevTools windows with a Vitalog panel'],
  ['/options/', 'the tab with Vitalog’s options'],
  ['/popup/', 'the Vitalog popup'],
];

/** `runtime.getContexts` is Chromium's and not in the polyfill's types. */
interface Contexts {
  getContexts?(filter: object): Promise<readonly { readonly documentUrl?: string }[]>;
}

/** The pages of ours that are open, in words for the user; none where the browser does not tell. */
export async function openPages(): Promise<readonly string[]> {
  const { getContexts } = (globalThis as { chrome?: { runtime?: Contexts } }).chrome?.runtime ?? {};
  const urls = getContexts
    ? (await getContexts({})).map(({ documentUrl }) => documentUrl ?? '')
    : browser.extension.getViews().map((view) => view.location.href);
  return NAMES.filter(([path]) => urls.some((url) => url.includes(path))).map(([, name]) => name);
}
