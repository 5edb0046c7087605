import { randomBytes } from 'node:crypto';
import { sessionOf } from '../../model/session.ts';
import { buildReport } from '../../report/build-report.ts';
import { type SanitizedReport, sanitizeReport } from '../../report/sanitize.ts';
import { CliError } from '../cli-error.ts';
import type { AnalyzedPage } from './analyze-session.ts';

/** Length of the key under which an export's tags are made: that of the HMAC's hash. */
const KEY_BYTES = 32;

/** The sanitized report of a session, made by the same code as the panel's export. Throws a CliError when there is no page load. */
export function sessionReport(pageLoads: readonly AnalyzedPage[], version: string, now: number): SanitizedReport {
  const first = pageLoads[0]?.snapshot.pageLoad;
  if (first === undefined) throw new CliError('The session has no page load to report.');
  const records = pageLoads.map(({ snapshot }) => snapshot.pageLoad);
  const session = sessionOf(first.sessionId, records, now);
  const createdAt = new Date(now).toISOString();
  const report = buildReport({ createdAt, version, browser: first.browser, session, pageLoads });
  return sanitizeReport(report, { level: 'default', key: randomBytes(KEY_BYTES) });
}
