import browser from 'webextension-polyfill';
import { OUTLINE_ANIMATION, OUTLINED_ELEMENT } from '../../model/outline.ts';

// The same texts always: no selector of a page gets into code. `inspect` is DevTools' own (console utilities API).

/** For the extension's own world, which the page cannot reach and which knows the element, wherever it is. */
const IN_OWN_WORLD = `((outlined) => outlined ? (inspect(outlined), true) : false)(globalThis[${JSON.stringify(OUTLINED_ELEMENT)}])`;

/** For browsers that let nobody into that world: looks through the document, its open shadow trees and its frames of the same origin. */
const IN_PAGE = `((id) => {
  const inTree = (root) => root.getAnimations().find((animation) => animation.id === id)?.effect.target ?? below(root);
  const below = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const tree = element.shadowRoot ?? element.contentDocument;
      const found = tree && inTree(tree);
      if (found) return found;
    }
    return null;
  };
  const outlined = inTree(document);
  return outlined ? (inspect(outlined), true) : false;
})(${JSON.stringify(OUTLINE_ANIMATION)})`;

/**
 * What Chrome knows besides the code (https://developer.chrome.com/docs/extensions/reference/api/devtools/inspectedWindow);
 * Firefox refuses both.
 */
type ChromeOptions = {
  readonly useContentScriptContext: true;
  /** The frame to evaluate in, by its URL. */
  readonly frameURL?: string;
};

/**
 * Shows the outlined element in the Elements panel (Firefox: Inspector); `frame` is the URL of the frame that it is in. False when none
 * is outlined, or the browser does not reach it.
 */
export async function inspectOutlined(frame: string | null): Promise<boolean> {
  const chrome: ChromeOptions = { useContentScriptContext: true, ...(frame !== null && { frameURL: frame }) };
  const { inspectedWindow } = browser.devtools;
  return (
    (await isShown(() => inspectedWindow.eval(IN_OWN_WORLD, chrome))) ||
    (await isShown(() => inspectedWindow.eval(IN_PAGE)))
  );
}

async function isShown(evaluate: () => Promise<readonly unknown[]>): Promise<boolean> {
  try {
    const [result] = await evaluate();
    return result === true;
  } catch {
    // Firefox throws at options that it does not know.
    return false;
  }
}
