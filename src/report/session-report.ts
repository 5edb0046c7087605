import type { AnalyzedPage } from '../analysis/analyze-session.ts';
import type { RedactionLevel } from '../model/report.ts';
import { sessionOf } from '../model/session.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import { buildReport } from './build-report.ts';
import { type SanitizedReport, sanitizeReport } from './sanitize.ts';

/** Length of the key under which an export's tags are made: that of the HMAC's hash. */
export const REDACTION_KEY_BYTES = 32;

/** The circumstances of an export. */
export interface ExportCircumstances {
  /** Version of Vitalog. */
  readonly version: string;
  readonly now: EpochMilliseconds;
  /** Random bytes made for this export alone and thrown away with it. */
  readonly key: Uint8Array;
  readonly level?: RedactionLevel;
}

/** The sanitized report of a session's page loads; null when there is none. */
export function sessionReport(
  pageLoads: readonly AnalyzedPage[],
  { version, now, key, level = 'default' }: ExportCircumstances,
): SanitizedReport | null {
  const first = pageLoads[0]?.snapshot.pageLoad;
  if (!first) return null;
  const records = pageLoads.map(({ snapshot }) => snapshot.pageLoad);
  const session = sessionOf(first.sessionId, records, now);
  const createdAt = new Date(now).toISOString();
  const report = buildReport({ createdAt, version, browser: first.browser, session, pageLoads });
  return sanitizeReport(report, { level, key });
}
