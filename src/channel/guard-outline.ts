import { OUTLINE_STATES, type OutlineResult, type OutlineTarget } from '../model/outline.ts';
import { MAX_STRING } from './limits.ts';
import type { OutlineRequest } from './panel-messages.ts';

/** A layout shift names five elements at most, and nothing else that is pointed at more than one. */
const MAX_SELECTORS = 5;

type Unknown = { readonly [key: string]: unknown };

/** Narrows the request of a page of ours to outline elements, or none any more. */
export function parseOutlineRequest({ request, target }: Unknown): OutlineRequest | null {
  if (!isCount(request)) return null;
  if (target === null) return { type: 'outline', request, target };
  const parsed = parseOutlineTarget(target);
  return parsed && { type: 'outline', request, target: parsed };
}

/** Narrows what is to be outlined. */
export function parseOutlineTarget(value: unknown): OutlineTarget | null {
  const { pageLoadId, selectors, url, inFrames } = (value ?? {}) as Unknown;
  if (!isText(pageLoadId) || !Array.isArray(selectors) || !isTextOrNull(url) || typeof inFrames !== 'boolean')
    return null;
  if (selectors.length > MAX_SELECTORS || !selectors.every(isText)) return null;
  // Nothing would tell what is meant.
  if (selectors.length === 0 && url === null) return null;
  return { pageLoadId, selectors, url, inFrames };
}

/** Narrows what a document answered. */
export function parseOutlineResult(value: unknown): OutlineResult | null {
  const { state, matches, selector, frame } = (value ?? {}) as Unknown;
  const known = OUTLINE_STATES.find((name) => name === state);
  if (!known || !isCount(matches) || !isTextOrNull(selector) || !isTextOrNull(frame)) return null;
  return { state: known, matches, selector, frame };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_STRING;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
