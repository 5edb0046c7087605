import { setTopPageLoad, topPageLoadOfTab } from '../store/top-page-loads.ts';
import type { DocumentIdentity } from './identity.ts';

/**
 * The page load that a document which says hello belongs to: its own when it is the tab's top document, which is known to be on
 * top from then on; else that of the tab's top document. A frame whose top document is not recorded stands for itself.
 * `siteHost` is the host of the tab's top document, by the browser's word.
 */
export async function topPageLoadIdOf(
  pageLoadId: string,
  { tabId, frameId }: DocumentIdentity,
  siteHost: string,
): Promise<string> {
  if (frameId === 0) {
    await setTopPageLoad(tabId, { pageLoadId, host: siteHost });
    return pageLoadId;
  }
  const top = await topPageLoadOfTab(tabId);
  return top?.host === siteHost ? top.pageLoadId : pageLoadId;
}
