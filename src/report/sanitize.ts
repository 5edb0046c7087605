import type { RedactionLevel, SessionReport } from '../model/report.ts';
import type { Party } from '../model/resources.ts';
import { redactPageLoad } from './redaction/page-load.ts';
import { createRedactor } from './redaction/redactor.ts';
import { splitUrl } from './redaction/split-url.ts';
import { sweep } from './redaction/sweep.ts';
import { createTagger } from './redaction/tag.ts';

declare const sanitized: unique symbol;

/** A report that went through sanitizeReport; the only thing that exporters take, so that a leak does not compile. */
export type SanitizedReport = SessionReport & { readonly [sanitized]: true };

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

/**
 * The report without what must not leave the machine. Pure: the same report, level and key give the same result; sanitizing a
 * sanitized report at the same level changes nothing.
 * @throws RangeError when the key is too short.
 */
export function sanitizeReport(report: SessionReport, { level = 'default', key }: SanitizeOptions): SanitizedReport {
  const tag = createTagger(key);
  const redact = createRedactor(level, tag, partiesOf(report));
  const { generator } = report;
  const redacted: SessionReport = {
    format: report.format,
    version: report.version,
    createdAt: report.createdAt,
    generator: {
      name: redact.text(generator.name),
      version: redact.token(generator.version),
      browser: { name: redact.text(generator.browser.name), version: redact.token(generator.browser.version) },
    },
    redaction: { level: strictest(level, report.redaction.level) },
    session: { sessionId: report.session.sessionId, startedAt: report.session.startedAt },
    pageLoads: report.pageLoads.map((load) => redactPageLoad(load, redact)),
  };
  return (level === 'raw' ? redacted : sweep(redacted, tag)) as SanitizedReport;
}

/** What was hidden in an imported report stays hidden, whatever is asked for now. */
function strictest(asked: RedactionLevel, held: RedactionLevel): RedactionLevel {
  const order: readonly RedactionLevel[] = ['raw', 'default', 'strict'];
  return order.indexOf(asked) >= order.indexOf(held) ? asked : held;
}

function partiesOf(report: SessionReport): ReadonlyMap<string, Party> {
  const parties = new Map<string, Party>();
  for (const load of report.pageLoads) {
    const page = splitUrl(load.url)?.authority;
    if (page) parties.set(placeOf(page), 'first');
    for (const { url, party } of load.resources) {
      const authority = splitUrl(url)?.authority;
      if (authority && !parties.has(placeOf(authority))) parties.set(placeOf(authority), party);
    }
  }
  return parties;
}

function placeOf({ host, port }: { readonly host: string; readonly port: string }): string {
  return port === '' ? host : `${host}:${port}`;
}
