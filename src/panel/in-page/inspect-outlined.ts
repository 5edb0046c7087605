import browser from 'webextension-polyfill';
import { OUTLINE_ANIMATION } from '../../model/outline.ts';

/** The same text always: no selector of a page gets into code. `inspect` is DevTools' own (console utilities API). */
const REVEAL = `((outline) => outline ? (inspect(outline.effect.target), true) : false)(
  document.getAnimations().find(({ id }) => id === '${OUTLINE_ANIMATION}'))`;

/** Shows the outlined element in the Elements panel (Firefox: Inspector). False when none is outlined, or the page got in the way. */
export async function inspectOutlined(): Promise<boolean> {
  const [result] = await browser.devtools.inspectedWindow.eval(REVEAL);
  return result === true;
}
