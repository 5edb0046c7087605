import { boundedText, boundedUrl } from '../channel/clean-text.ts';

/** An object of a HAR, read member by member: nothing of it is taken on trust. */
export type Members = { readonly [member: string]: unknown };

export function asMembers(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

/** A text that says something, bounded; null otherwise. */
export function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? boundedText(value) : null;
}

/** A URL as it may be kept: bounded, without credentials and fragment; null where there is none. */
export function address(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? boundedUrl(value) : null;
}

export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A number from 0 on: HAR has -1 for what is not known. */
export function natural(value: unknown): number | null {
  const known = finite(value);
  return known !== null && known >= 0 ? known : null;
}
