import type { Json } from '../../model/json.ts';
import { redactInvoker } from './invoker.ts';
import type { Redactor } from './redactor.ts';

const URL_KEY = /(?:url|src|href)$/i;
const SELECTOR_KEY = /(?:target|element|selector|node)$/i;
const ID_KEY = /^(?:id|containerId|containerName|identifier)$/;
const FUNCTION_KEY = /functionName$/i;
const PLAIN_KEY = /^[\w.-]{1,40}$/;
/** Deeper than this is nothing that we write; it is cut so that hostile data cannot exhaust the stack. */
const MAX_DEPTH = 12;

/** Redacts every string of a JSON value by the key under which it stands; numbers, booleans and null stay. */
export function redactJson(value: Json, redact: Redactor, key = '', depth = 0): Json {
  if (typeof value === 'string') return redactByKey(key, value, redact);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item: Json) => redactJson(item, redact, key, depth + 1));
  return redactRecord(value as { readonly [key: string]: Json | undefined }, redact, depth + 1);
}

/** As redactJson, for an object: keys that are no plain names are hidden as data. */
export function redactRecord(
  record: { readonly [key: string]: Json | undefined },
  redact: Redactor,
  depth = 0,
): { readonly [key: string]: Json | undefined } {
  // In NotRestoredReasons `name` is what the author called a frame; elsewhere it is a word of the platform.
  const isFrame = 'reasons' in record || 'children' in record;
  const pairs = Object.entries(record).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (isFrame && key === 'name' && typeof value === 'string') return [[key, redact.id(value)] as const];
    const shown = PLAIN_KEY.test(key) ? redact.token(key) : redact.data(key);
    return [[shown, redactJson(value, redact, key, depth)] as const];
  });
  return Object.fromEntries(pairs);
}

function redactByKey(key: string, value: string, redact: Redactor): Json {
  if (URL_KEY.test(key)) return redactAddress(value, redact);
  if (SELECTOR_KEY.test(key)) return redact.selector(value);
  if (key === 'invoker') return redactInvoker(value, redact);
  if (ID_KEY.test(key)) return redact.id(value);
  if (FUNCTION_KEY.test(key)) return redact.name(value);
  return redact.text(value);
}

/** An attribute such as `src` holds what the author wrote, so it may be relative. */
function redactAddress(value: string, redact: Redactor): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(value) || /\s/.test(value) ? redact.url(value) : redact.text(value);
}
