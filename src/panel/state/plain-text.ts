/** Control characters and those that turn the direction of writing (Unicode UAX 9), with which a page could rewrite our sentences. */
const CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text that a page had a say in, fit to stand among ours: each control character becomes U+FFFD, which shows. */
export function plainText(text: string): string {
  return text.replace(CONTROLS, '\uFFFD');
}
