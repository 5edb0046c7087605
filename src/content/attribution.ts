import { SCRIPT_FIELDS } from '../model/entry-fields.ts';
import type { Json } from '../model/json.ts';
import type { Attribution } from '../model/metrics.ts';
import { boundedText, boundedUrl } from './clean-text.ts';

/**
 * web-vitals' attribution as JSON: its plain members, and of the longest script its plain members too. Entries and nodes
 * stay behind: the entries are recorded by themselves.
 */
export function attributionOf(attribution: object): Attribution {
  const copy: Record<string, Json> = {};
  for (const [member, value] of Object.entries(attribution)) {
    if (member === 'longestScript' && value) copy[member] = longestScript(value);
    else if (plain(value)) copy[member] = member === 'url' ? boundedUrl(String(value)) : bounded(value);
  }
  return copy;
}

function longestScript(script: {
  readonly entry: object;
  readonly subpart: string;
  readonly intersectingDuration: number;
}): Json {
  const entry = script.entry as { readonly [member: string]: unknown };
  const copy: Record<string, Json> = { subpart: script.subpart, intersectingDuration: script.intersectingDuration };
  for (const member of SCRIPT_FIELDS) {
    const value = entry[member];
    if (plain(value)) copy[member] = member === 'sourceURL' ? boundedUrl(String(value)) : bounded(value);
  }
  return copy;
}

function plain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function bounded(value: string | number | boolean): Json {
  return typeof value === 'string' ? boundedText(value) : value;
}
