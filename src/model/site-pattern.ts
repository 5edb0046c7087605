const PATTERN = /^(?:\*\.)?(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/;
const PORT = /:\d+$/;
/** The longest name that DNS has. */
const MAX_LENGTH = 253;

/**
 * Whether a text names a site: a host as a URL holds it (lower case, punycode), all its subdomains too when it starts with
 * `*.`, one port of it when it ends in one. `shop.example`, `*.shop.example`, `localhost:3000`.
 */
export function isSitePattern(text: unknown): text is string {
  return typeof text === 'string' && text.length <= MAX_LENGTH && PATTERN.test(text);
}

/**
 * Whether a pattern covers a host as `URL.host` has it: `*.shop.example` covers `shop.example` and `www.shop.example`, and a
 * pattern without a port covers every port.
 */
export function matchesSite(pattern: string, host: string): boolean {
  const name = PORT.test(pattern) ? host : host.replace(PORT, '');
  if (!pattern.startsWith('*.')) return name === pattern;
  return name === pattern.slice(2) || name.endsWith(pattern.slice(1));
}
