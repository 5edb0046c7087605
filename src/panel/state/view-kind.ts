import type { ViewKind } from '../../model/metrics.ts';

/** How a view of a page load came to be, in words. */
export const VIEW_KINDS: Readonly<Record<ViewKind, string>> = {
  load: 'page load',
  'soft-navigation': 'soft navigation',
  'same-document': 'navigation in the page',
  bfcache: 'back/forward restore',
  prerender: 'shown after prerender',
};
