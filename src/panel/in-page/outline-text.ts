import type { OutlineResult } from '../../model/outline.ts';
import { formatCount } from '../format.ts';

/** What became of an outline of so many elements, and what can be done about it. */
export function outlineText({ state, matches }: OutlineResult, elements: number): string {
  switch (state) {
    case 'outlined':
      if (elements > 1) return 'Outlined in the page.';
      return matches > 1
        ? `Outlined in the page: the first of ${formatCount(matches)} that fit.`
        : 'Outlined in the page.';
    case 'out-of-view':
      return 'Outlined in the page, outside of what can be seen now. Scroll the page to see it.';
    case 'not-shown':
      return 'The element is in the page, but it is hidden or takes no room now.';
    case 'not-found':
      return 'The page has no such element now: it was removed or renamed, or it is in a shadow tree.';
    case 'other-page':
      return 'The tab shows another page load now, so there is nothing to outline.';
    case 'no-access':
      return 'The browser lets the extension into no page of this site. Allow it in the browser’s extension settings.';
  }
}
