/** How a response may be kept: for good, only after asking again (an ETag answers 304), or not at all. */
export type Caching = 'immutable' | 'revalidate' | 'no-store';

/** One answer of a fixture server. */
export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
  readonly caching: Caching;
  /** False: sent as it is, also when it is text. */
  readonly compress: boolean;
  readonly status: number;
  /** Time that the answer is held back, in ms. */
  readonly delay: number;
  readonly headers: Readonly<Record<string, string>>;
}

export const HTML = 'text/html; charset=utf-8';
export const CSS = 'text/css; charset=utf-8';
export const JAVASCRIPT = 'text/javascript; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
export const SVG = 'image/svg+xml; charset=utf-8';

/** A well-behaved answer: compressed, cacheable, at once; `overrides` says what is not well. */
export function asset(type: string, body: string | Buffer, overrides: Partial<Asset> = {}): Asset {
  return { type, body, caching: 'immutable', compress: true, status: 200, delay: 0, headers: {}, ...overrides };
}
