import { analyzePage } from '../analysis/analyze-page.ts';
import { STARTER_BUDGET } from '../analysis/budgets/starter.ts';
import type { PageAnalysis } from '../model/analysis.ts';
import { sessionOf } from '../model/session.ts';
import { buildReport, type ReportInput } from '../report/build-report.ts';
import { downloadText } from '../report/download.ts';
import { reportFileName } from '../report/file-name.ts';
import { reportToHtml } from '../report/html.ts';
import { reportToJson } from '../report/json.ts';
import { type SanitizedReport, sanitizeReport } from '../report/sanitize.ts';
import type { SessionSource } from './session-source.ts';

/** The formats that the panel exports. */
export type ExportFormat = 'json' | 'html';

/** Length of the key under which an export's tags are made: that of the HMAC's hash. */
const KEY_BYTES = 32;

const FORMATS: Readonly<Record<ExportFormat, { readonly mimeType: string; write(report: SanitizedReport): string }>> = {
  json: { mimeType: 'application/json', write: reportToJson },
  html: { mimeType: 'text/html', write: reportToHtml },
};

/**
 * Saves the whole session as a file, sanitized, read anew from the source. Answers the file's name; rejects when the source
 * cannot be read or the session has no page load.
 */
export async function exportSession(
  source: SessionSource,
  sessionId: string,
  version: string,
  format: ExportFormat,
): Promise<string> {
  const now = Date.now();
  const pageLoads = await readSession(source, sessionId);
  const first = pageLoads[0]?.snapshot.pageLoad;
  if (!first) throw new Error('The session has no page load yet: reload the page, then export.');
  const createdAt = new Date(now).toISOString();
  const records = pageLoads.map(({ snapshot }) => snapshot.pageLoad);
  const session = sessionOf(sessionId, records, now);
  const report = buildReport({ createdAt, version, browser: first.browser, session, pageLoads });
  const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const { mimeType, write } = FORMATS[format];
  const fileName = reportFileName(hostOf(first.url), createdAt, format);
  downloadText(fileName, mimeType, write(sanitizeReport(report, { level: 'default', key })));
  return fileName;
}

/** The record is read before the entries: what it counts is among them, whatever comes in between. */
async function readSession(source: SessionSource, sessionId: string): Promise<ReportInput['pageLoads']> {
  const result: ReportInput['pageLoads'][number][] = [];
  const earlier: PageAnalysis[] = [];
  for (const pageLoad of await source.listPageLoads(sessionId)) {
    const { entries } = await source.readEntries(pageLoad.pageLoadId);
    const snapshot = { pageLoad, entries };
    const analysis = analyzePage(snapshot, { budgets: [STARTER_BUDGET], earlier: [...earlier] });
    earlier.push(analysis);
    result.push({ snapshot, analysis });
  }
  return result;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
