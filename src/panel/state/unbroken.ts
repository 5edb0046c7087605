const UNIT_AFTER_NUMBER = /(\d) (?=(?:ms|s|B|kB|MB|GB|px|%)(?![\p{L}\p{N}-]))/gu;

/** The text with a no-break space between a number and its unit, so that no line ends between them. */
export function unbroken(text: string): string {
  return text.replace(UNIT_AFTER_NUMBER, '$1\u00a0');
}
