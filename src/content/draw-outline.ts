import { MAX_STRING } from '../channel/limits.ts';
import {
  OUTLINE_ANIMATION,
  OUTLINE_STATES,
  type OutlineResult,
  type OutlineState,
  type OutlineTarget,
} from '../model/outline.ts';
import { findElement } from './find-element.ts';
import { findShowing } from './find-showing.ts';
import { fullSelector } from './full-selector.ts';

/** To be seen on any ground: a pink that is told from black and from white, within a white edge. */
const PINK = '#d6006c';
const OUTLINE = { outline: `4px solid ${PINK}`, outlineOffset: '-2px', boxShadow: '0 0 0 4px #ffffffb3' };
/** For elements whose style sheet forbids outlines. */
const SHADOW = { boxShadow: `0 0 0 2px ${PINK}, inset 0 0 0 2px ${PINK}, 0 0 0 4px #ffffffb3` };

/** More elements that show one file are not outlined: a page may have thousands of one icon. */
const MAX_OUTLINED = 100;

/** Outlines that are drawn. */
export interface DrawnOutline {
  readonly result: OutlineResult;
  /** The one that was meant, or the best to be seen of those that are outlined. */
  readonly element: Element | null;
  clear(): void;
}

/**
 * Outlines elements by an animation of their own outline that stands still: nothing is added to the document, nothing moves, the
 * outline goes with its element, and no style sheet is touched (https://drafts.csswg.org/web-animations-1/).
 */
export function drawOutline(target: OutlineTarget): DrawnOutline {
  // Also those of a script that was injected before.
  cancel(document.getAnimations().filter(({ id }) => id === OUTLINE_ANIMATION));
  const { elements, matches, meant } = find(target);
  const animations = elements.slice(0, MAX_OUTLINED).map(animate);
  const states = elements.map(stateOf);
  const state = OUTLINE_STATES.find((best) => states.includes(best)) ?? 'not-found';
  const element = meant === undefined ? (elements[states.indexOf(state)] ?? null) : meant;
  const selector = element && fullSelector(element).slice(0, MAX_STRING);
  return { result: { state, matches, selector, frame: frameUrl() }, element, clear: () => cancel(animations) };
}

interface Found {
  readonly elements: readonly Element[];
  readonly matches: number;
  /** Of elements that were asked for by name the first, or null where that was not found; any of the others is as good. */
  readonly meant?: Element | null;
}

function find({ selectors, url }: OutlineTarget): Found {
  if (selectors.length === 0) {
    const elements = url === null ? [] : findShowing(url);
    return { elements, matches: elements.length };
  }
  const [first, ...others] = selectors.map((selector) => findElement(selector, url));
  const elements = [first, ...others].flatMap((found) => found?.element ?? []);
  return { elements, matches: first?.matches ?? 0, meant: first?.element ?? null };
}

function frameUrl(): string | null {
  return window === top ? null : location.href.replace(/#.*$/, '').slice(0, MAX_STRING);
}

function cancel(animations: readonly Animation[]): void {
  for (const animation of animations) animation.cancel();
}

function animate(element: Element): Animation {
  const animation = hold(element, OUTLINE);
  if (getComputedStyle(element).outlineStyle === 'solid') return animation;
  animation.cancel();
  return hold(element, SHADOW);
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
