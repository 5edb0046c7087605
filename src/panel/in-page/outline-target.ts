import type { OutlineTarget } from '../../model/outline.ts';
import type { ResourceRecord } from '../../model/resources.ts';

/** Elements of a page load as the panel knows them. */
export interface Pointed extends Pick<OutlineTarget, 'pageLoadId' | 'selectors' | 'url'> {
  /** Requests of the page load. */
  readonly resources: readonly ResourceRecord[];
}

/**
 * What is to be outlined; without selectors what shows the file of that URL, in the page where the page itself asked for it, else in
 * its frames. Null for a file that no element shows.
 */
export function outlineTarget({ pageLoadId, selectors, url, resources }: Pointed): OutlineTarget | null {
  if (selectors.length > 0) return { pageLoadId, selectors, url, inFrames: false };
  const requests = resources.filter((resource) => resource.url === url);
  // What the log does not have came from the page's own markup: `data:` URLs, images from memory.
  if (requests.length === 0) return { pageLoadId, selectors, url, inFrames: false };
  return requests.some(canBeShown)
    ? { pageLoadId, selectors, url, inFrames: requests.every(({ frame }) => frame !== null) }
    : null;
}

/** Whether a file is one that elements show. */
export function canBeShown({ resourceType, initiatorType }: ResourceRecord): boolean {
  return resourceType === 'image' || resourceType === 'media' || initiatorType === 'iframe';
}
