import { unbroken } from './unbroken.ts';

/** Control characters and those that turn the direction of writing (Unicode UAX 9), with which a page could rewrite our sentences. */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text that a page had a say in, fit to stand among ours: each control character becomes U+FFFD, which shows, and no number is parted
 * from its unit.
 */
export function plainText(text: string): string {
  return unbroken(text.replace(CONTROLS, '\uFFFD'));
}
