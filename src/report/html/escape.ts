const SAFE = Symbol('safe HTML');

/** A piece of HTML that only this file can make, so that a plain string never reaches a page unescaped. */
export interface SafeHtml {
  readonly [SAFE]: string;
}

/** What a template takes. Null, undefined and false write nothing. */
export type HtmlValue = SafeHtml | string | number | null | undefined | false | readonly HtmlValue[];

const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Not allowed in HTML even as references, or able to turn the text around (https://trojansource.codes). */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu;

/**
 * Template tag: the literal parts are HTML, every interpolation is escaped text, unless it came out of this tag itself. Safe in
 * element content and in quoted attributes; write no unquoted attributes and no interpolation inside `<style>`.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  const [first = '', ...rest] = parts;
  return { [SAFE]: rest.reduce((text, part, index) => text + write(values[index]) + part, first) };
}

/** The style sheet of a document. The one way to put text in unescaped: it takes no data, only our own constant. */
export function styleElement(css: string): SafeHtml {
  if (css.includes('<'))
    throw new TypeError('A style sheet with a tag in it cannot be embedded. Take the "<" out of it.');
  return { [SAFE]: `<style>${css}</style>` };
}

/** The finished text. */
export function htmlText(piece: SafeHtml): string {
  return piece[SAFE];
}

function write(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return escapeHtml(String(value));
  return SAFE in value ? value[SAFE] : value.map(write).join('');
}

function escapeHtml(text: string): string {
  return text.replace(UNSEEN, '\u{FFFD}').replace(/[&<>"']/g, (character) => REPLACEMENTS[character] ?? '');
}
