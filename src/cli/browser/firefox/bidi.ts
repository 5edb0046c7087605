import type { Browser } from 'puppeteer';
import { CliError } from '../../cli-error.ts';

/** What WebDriver BiDi answers, member by member (https://w3c.github.io/webdriver-bidi/). */
export type BidiResult = { readonly [member: string]: unknown };

/** WebDriver BiDi as the browser speaks it, for what puppeteer has no method for. */
export interface Bidi {
  /** Sends a command and resolves with its result; rejects with what the browser says against it. */
  send(method: string, params: BidiResult): Promise<BidiResult>;
  /** Lets puppeteer hear an event as if the browser had sent it. */
  emit(event: string, params: BidiResult): void;
}

interface Connection {
  send(method: string, params: BidiResult): Promise<{ readonly result: BidiResult }>;
  emit(event: string, params: BidiResult): void;
}

/** The connection of a Firefox that puppeteer started. */
export function bidiOf(browser: Browser): Bidi {
  // An internal getter of puppeteer's BidiBrowser, in 24.x and 25.x alike.
  const { connection } = browser as unknown as { readonly connection?: Connection };
  if (connection === undefined)
    throw new CliError('This version of puppeteer does not drive Firefox as we need it to.');
  return {
    send: async (method, params) => (await connection.send(method, params)).result,
    emit: (event, params) => connection.emit(event, params),
  };
}
