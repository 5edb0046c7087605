import type { RedactionLevel, ReportPageLoad, SessionReport } from '../model/report.ts';
import type { Party } from '../model/resources.ts';
import { redactPageLoad } from './redaction/page-load.ts';
import { createRedactor } from './redaction/redactor.ts';
import { splitUrl } from './redaction/split-url.ts';
import { sweep } from './redaction/sweep.ts';
import { createTagger } from './redaction/tag.ts';

declare const sanitized: unique symbol;
interface Sanitized {
  readonly [sanitized]: true;
}

/** What a report says before its page loads. */
export type ReportHead = Omit<SessionReport, 'pageLoads'>;

/** Parts that went through a sanitizer; the only thing that writers take, so that a leak does not compile. */
export type SanitizedHead = ReportHead & Sanitized;
export type SanitizedPageLoad = ReportPageLoad & Sanitized;

/** A report that went through sanitizeReport. */
export type SanitizedReport = SanitizedHead & { readonly pageLoads: readonly SanitizedPageLoad[] };

export interface SanitizeOptions {
  /**
   * `default` hides query values, titles, texts and everything that looks like a secret; `strict` also hosts, paths and
   * names; `raw` removes only credentials and fragments of URLs.
   */
  readonly level?: RedactionLevel;
  /**
   * At least 16 random bytes (`crypto.getRandomValues`), made for this one export and kept nowhere: whoever has the key can
   * try out guesses at hidden values.
   */
  readonly key: Uint8Array;
}

/** Sanitizes a report part by part, for one that is too large to be held whole; the same value gets the same tag in all. */
export interface Sanitizer {
  readonly head: SanitizedHead;
  pageLoad(load: ReportPageLoad): SanitizedPageLoad;
}

/**
 * The report without what must not leave the machine. Pure: the same report, level and key give the same result; sanitizing a
 * sanitized report at the same level changes nothing.
 * @throws RangeError when the key is too short.
 */
export function sanitizeReport(report: SessionReport, options: SanitizeOptions): SanitizedReport {
  const { pageLoads, ...rest } = report;
  const parties = new Map<string, Party>();
  for (const load of pageLoads) addParties(parties, load);
  const { head, pageLoad } = sanitizerWith(parties, rest, options);
  return { ...head, pageLoads: pageLoads.map(pageLoad) };
}

/**
 * A sanitizer of page loads as they come. At level strict a host is first or third party as the first page load that names it says.
 * @throws RangeError when the key is too short.
 */
export function createSanitizer(head: ReportHead, options: SanitizeOptions): Sanitizer {
  return sanitizerWith(new Map(), head, options);
}

function sanitizerWith(
  parties: Map<string, Party>,
  head: ReportHead,
  { level = 'default', key }: SanitizeOptions,
): Sanitizer {
  const tag = createTagger(key);
  const redact = createRedactor(level, tag, parties);
  const swept = <T>(value: T): T & Sanitized => (level === 'raw' ? value : sweep(value, tag)) as T & Sanitized;
  const { generator } = head;
  return {
    head: swept({
      format: head.format,
      version: head.version,
      createdAt: head.createdAt,
      generator: {
        name: redact.text(generator.name),
        version: redact.token(generator.version),
        browser: { name: redact.text(generator.browser.name), version: redact.token(generator.browser.version) },
      },
      redaction: { level: strictest(level, head.redaction.level) },
      session: { sessionId: head.session.sessionId, startedAt: head.session.startedAt },
    }),
    pageLoad(load) {
      addParties(parties, load);
      return swept(redactPageLoad(load, redact));
    },
  };
}

/** What was hidden in an imported report stays hidden, whatever is asked for now. */
function strictest(asked: RedactionLevel, held: RedactionLevel): RedactionLevel {
  const order: readonly RedactionLevel[] = ['raw', 'default', 'strict'];
  return order.indexOf(asked) >= order.indexOf(held) ? asked : held;
}

function addParties(parties: Map<string, Party>, load: ReportPageLoad): void {
  const page = splitUrl(load.url)?.authority;
  if (page) parties.set(placeOf(page), 'first');
  for (const { url, party } of load.resources) {
    const authority = splitUrl(url)?.authority;
    if (authority && !parties.has(placeOf(authority))) parties.set(placeOf(authority), party);
  }
}

function placeOf({ host, port }: { readonly host: string; readonly port: string }): string {
  return port === '' ? host : `${host}:${port}`;
}
