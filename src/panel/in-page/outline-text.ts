import type { OutlineResult } from '../../model/outline.ts';
import { formatCount } from '../format.ts';

/** What became of an outline of so many named elements (0: of what shows a file), and what can be done about it. */
export function outlineText({ state, matches, frame }: OutlineResult, elements: number): string {
  const isThere = state === 'outlined' || state === 'out-of-view';
  // A frame does not know where the page shows it.
  if (isThere && frame !== null) return 'Outlined in a frame of the page. If you do not see it, scroll to it there.';
  switch (state) {
    case 'outlined':
      if (matches === 1 || elements > 1) return 'Outlined in the page.';
      return elements === 0
        ? `Outlined in the page: ${formatCount(matches)} elements show this file.`
        : `Outlined in the page: the first of ${formatCount(matches)} that fit.`;
    case 'out-of-view':
      return 'Outlined in the page, outside of what can be seen now. Scroll the page to see it.';
    case 'not-shown':
      return 'The element is in the page, but it is hidden or takes no room now.';
    case 'not-found':
      return elements === 0
        ? 'No element of the page shows this file now: it was removed, or shows another.'
        : 'The page has no such element now: it was removed or renamed.';
    case 'other-page':
      return 'The tab shows another page load now, so there is nothing to outline.';
    case 'no-access':
      return 'The browser lets the extension into no page of this site. Allow it in the browser’s extension settings.';
  }
}

/** That DevTools do not show an outlined element, why, and how it is found. */
export function notInspectedText({ selector, frame }: OutlineResult): string {
  const found = 'Find it by its selector, which can be copied.';
  if (frame !== null)
    return `This browser’s DevTools show an extension no element in a frame of another site. ${found}`;
  if (selector?.includes('>>>'))
    return `This browser’s DevTools show an extension no element in a closed shadow tree. ${found}`;
  return `The browser did not show the element. ${found}`;
}
