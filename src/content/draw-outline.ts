import {
  OUTLINE_ANIMATION,
  OUTLINE_STATES,
  type OutlineResult,
  type OutlineState,
  type OutlineTarget,
} from '../model/outline.ts';
import { findElement } from './find-element.ts';

/** To be seen on any ground: a pink that is told from black and from white, within a white edge. */
const PINK = '#d6006c';
const OUTLINE = { outline: `4px solid ${PINK}`, outlineOffset: '-2px', boxShadow: '0 0 0 4px #ffffffb3' };
/** For elements whose style sheet forbids outlines. */
const SHADOW = { boxShadow: `0 0 0 2px ${PINK}, inset 0 0 0 2px ${PINK}, 0 0 0 4px #ffffffb3` };

/** Outlines that are drawn. */
export interface DrawnOutline {
  readonly result: OutlineResult;
  clear(): void;
}

/**
 * Outlines elements by an animation of their own outline that stands still: nothing is added to the document, nothing moves, the
 * outline goes with its element, and no style sheet is touched (https://drafts.csswg.org/web-animations-1/).
 */
export function drawOutline({ selectors, url }: OutlineTarget): DrawnOutline {
  clearOutlines();
  const found = selectors.map((selector) => findElement(selector, url));
  const states = found.map(({ element }): OutlineState => {
    if (element === null) return 'not-found';
    animate(element);
    return stateOf(element);
  });
  const state = OUTLINE_STATES.find((best) => states.includes(best)) ?? 'not-found';
  return { result: { state, matches: found[0]?.matches ?? 0 }, clear: clearOutlines };
}

/** Also those of a script that was injected before. */
function clearOutlines(): void {
  for (const animation of document.getAnimations()) if (animation.id === OUTLINE_ANIMATION) animation.cancel();
}

function animate(element: Element): void {
  const animation = hold(element, OUTLINE);
  if (getComputedStyle(element).outlineStyle === 'solid') return;
  animation.cancel();
  hold(element, SHADOW);
}

/** A form control named "animate" hides its form's method. */
function hold(element: Element, style: Keyframe): Animation {
  return Element.prototype.animate.call(element, [style, style], { id: OUTLINE_ANIMATION, duration: 1, fill: 'both' });
}

function stateOf(element: Element): OutlineState {
  const { width, height, top, right, bottom, left } = Element.prototype.getBoundingClientRect.call(element);
  const isVisible = Element.prototype.checkVisibility.call(element, {
    opacityProperty: true,
    visibilityProperty: true,
  });
  if (!isVisible || (width === 0 && height === 0)) return 'not-shown';
  const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return isInView ? 'outlined' : 'out-of-view';
}
