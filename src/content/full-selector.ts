import { shadowRootAround } from './composed-tree.ts';
import { selectorOf } from './selector.ts';

/** An element by selectors of ours, the host of each shadow tree before `>>>`: `#card >>> div.hero>img`. */
export function fullSelector(element: Element): string {
  const shadow = shadowRootAround(element);
  const own = selectorOf(element)?.replace(/^DOCUMENT-FRAGMENT>/, '') ?? element.localName;
  return shadow ? `${fullSelector(shadow.host)} >>> ${own}` : own;
}
