import type { Page } from 'puppeteer';
import { CliError } from '../cli-error.ts';
import { goTo } from './go-to.ts';

/** Until the document is parsed; its server and its blocking scripts have this long, ms. */
const DOCUMENT_TIMEOUT = 30_000;
/** From there to the load event, ms. */
const LOAD_TIMEOUT = 60_000;

/**
 * What network errors mean, Chrome's (https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h) and
 * Firefox's (https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py).
 */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/ERR_NAME_NOT_RESOLVED|NS_ERROR_UNKNOWN_HOST/, 'there is no host of that name'],
  [/(?:ERR|ERROR)_CONNECTION_REFUSED/, 'nothing listens at that address; is the server running?'],
  [
    /ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|NS_ERROR_(OFFLINE|NET_UNREACHABLE)/,
    'the network cannot be reached',
  ],
  [/ERR_CERT_|ERR_SSL_|SEC_ERROR_|SSL_ERROR_/, 'its certificate or encryption is not accepted'],
  [
    /ERR_CONNECTION_(RESET|CLOSED|ABORTED)|ERR_EMPTY_RESPONSE|NS_ERROR_NET_(RESET|INTERRUPT|EMPTY_RESPONSE)/,
    'the server hung up without an answer',
  ],
  [
    /ERR_CONNECTION_TIMED_OUT|ERR_TIMED_OUT|NS_ERROR_NET_TIMEOUT|Navigation timeout/,
    `it did not answer within ${DOCUMENT_TIMEOUT / 1000} s`,
  ],
  [/ERR_TOO_MANY_REDIRECTS|NS_ERROR_REDIRECT_LOOP/, 'it redirects in a circle'],
  [/ERR_ABORTED|NS_BINDING_ABORTED/, 'it is a download or the page stopped loading'],
];

/**
 * Loads a page and waits for its load event; answers a note when that never came. Throws a CliError that names the URL and the
 * reason when the page cannot be loaded, an HTTP error included: its figures would be those of an error page.
 */
export async function loadPage(page: Page, url: string): Promise<string | null> {
  const status = await goTo(page, url, DOCUMENT_TIMEOUT).catch((error) => {
    throw new CliError(`${url} could not be loaded: ${explain(error)}.`);
  });
  if (status >= 400) throw new CliError(`${url} could not be loaded: the server answered with HTTP ${status}.`);
  const loaded = await page
    .waitForFunction(() => document.readyState === 'complete', { timeout: LOAD_TIMEOUT })
    .then(() => true)
    .catch(() => false);
  return loaded ? null : `its load event did not come within ${LOAD_TIMEOUT / 1000} s`;
}

function explain(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const reason = REASONS.find(([pattern]) => pattern.test(text))?.[1];
  const code = /net::\w+|NS_\w+/.exec(text)?.[0];
  if (reason === undefined) return text.split('\n')[0] ?? text;
  return code ? `${reason} (${code})` : reason;
}
