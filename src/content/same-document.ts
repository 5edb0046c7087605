import { boundedUrl } from '../channel/clean-text.ts';
import type { ViewRecord } from '../model/metrics.ts';

/** The part of the Navigation API that is used here (https://html.spec.whatwg.org/#navigation-api). */
interface WithNavigation {
  readonly navigation?: EventTarget;
}

/**
 * Opens a view at each same-document navigation, for browsers that have no `soft-navigation` entries: the Navigation API tells of
 * it, or `popstate` does, or whoever asks the returned function, which looks whether the URL changed. A new fragment or a replaced
 * history entry is no navigation.
 */
export function watchSameDocument(open: (view: ViewRecord) => void, signal: AbortSignal): () => void {
  let url = boundedUrl(location.href);
  let count = 0;

  function look(event?: Event & { readonly navigationType?: string }): void {
    const before = url;
    url = boundedUrl(location.href);
    if (url === before || event?.navigationType === 'replace') return;
    count += 1;
    open({ viewId: `same-document-${count}`, kind: 'same-document', url, startTime: performance.now() });
  }

  const { navigation } = globalThis as WithNavigation;
  if (navigation) navigation.addEventListener('currententrychange', look, { signal });
  else addEventListener('popstate', look, { signal });
  return look;
}
