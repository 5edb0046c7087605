import type { Finding } from '../../model/insights.ts';
import { isCensusTaken, latestCensus } from '../image-census.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

/** Names images whose place is not known before they are loaded; those in the first viewport come first. */
export const unsizedImages: InsightRule = {
  id: 'unsized-images',
  title: 'Images without dimensions',
  why: 'What stands below an image jumps when it arrives, unless its place was kept free.',
  requires: [],
  observes: ['image'],
  concerns: () => false,
  run(page) {
    const { observations, pageLoad } = page;
    if (!isCensusTaken(page)) {
      return { status: 'not-measured', reason: 'The images of the page have not been looked at yet.' };
    }
    const unsized = latestCensus(observations)
      .filter(({ sized, naturalWidth, width, height }) => !sized && naturalWidth > 0 && width * height > 0)
      // The document that a browser makes to show an image file has no author.
      .filter(({ name }) => name !== pageLoad.url)
      .sort((a, b) => Number(b.inViewport) - Number(a.inViewport));
    const bySelector = new Map(unsized.map((image) => [`${image.element} ${image.name}`, image]));
    return failOn(
      [...bySelector.values()].map(
        ({ name, element, inViewport, naturalWidth, naturalHeight }): Finding => ({
          message: `${element ?? 'An image'} (${shortUrl(name)}) has no dimensions, so its place is not kept free while it loads. Add the attributes width (${naturalWidth}) and height (${naturalHeight}), or an aspect-ratio.`,
          severity: inViewport ? 'medium' : 'low',
          url: name,
          ...(element === null ? {} : { selector: element }),
        }),
      ),
    );
  },
};
