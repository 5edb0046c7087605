import type { BrowserInfo } from '../model/page-load.ts';

/** Tokens of a user agent string that name its browser, the most telling first (Edge calls itself Chrome as well). */
const NAMES: readonly (readonly [token: string, name: string])[] = [
  ['Firefox', 'Firefox'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Chrome', 'Chrome'],
];

/** The browser that a user agent string belongs to; `unknown` when it names none that we know. */
export function browserInfo(userAgent: string): BrowserInfo {
  for (const [token, name] of NAMES) {
    const version = new RegExp(`\\b(?:Headless)?${token}/([\\d.]+)`).exec(userAgent)?.[1];
    if (version) return { name, version };
  }
  return { name: 'unknown', version: 'unknown' };
}
