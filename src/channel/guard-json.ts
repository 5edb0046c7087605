import type { Json } from '../model/json.ts';
import { MAX_STRING } from './limits.ts';

/** Members of one record and items of one list in what a page may send. */
const MAX_MEMBERS = 64;

/**
 * Whether a value is bounded JSON: finite numbers, strings of at most 2,048 characters, at most 64 members a level, at most
 * `depth` levels below the first.
 */
export function isJson(value: unknown, depth: number): value is Json {
  switch (typeof value) {
    case 'string':
      return value.length <= MAX_STRING;
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object': {
      if (value === null) return true;
      if (depth < 0) return false;
      const members = Object.values(value);
      return members.length <= MAX_MEMBERS && members.every((member) => isJson(member, depth - 1));
    }
    default:
      return false;
  }
}
