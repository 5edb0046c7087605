import { analyzeSession, type SessionBudgets } from '../analysis/analyze-session.ts';
import type { PageSnapshot } from '../model/snapshot.ts';
import { downloadText } from '../report/download.ts';
import { reportFileName } from '../report/file-name.ts';
import { reportToHtml } from '../report/html.ts';
import { reportToJson } from '../report/json.ts';
import type { SanitizedReport } from '../report/sanitize.ts';
import { REDACTION_KEY_BYTES, sessionReport } from '../report/session-report.ts';
import { loadHostNames } from './host-names.ts';
import type { SessionSource } from './session-source.ts';
import type { PanelMemory } from './state/panel-memory.ts';

/** The formats that the panel exports. */
export type ExportFormat = 'json' | 'html';

const FORMATS: Readonly<Record<ExportFormat, { readonly mimeType: string; write(report: SanitizedReport): string }>> = {
  json: { mimeType: 'application/json', write: reportToJson },
  html: { mimeType: 'text/html', write: reportToHtml },
};

/**
 * Saves the whole session as a file, sanitized. What is in memory as it is stored is not read or analysed again. Answers the file's
 * name; rejects when the source cannot be read or the session has no page load.
 */
export async function exportSession(
  source: SessionSource,
  memory: PanelMemory,
  sessionId: string,
  version: string,
  format: ExportFormat,
  budgets: SessionBudgets,
): Promise<string> {
  await source.completed?.();
  const now = Date.now();
  const snapshots = await readSession(source, memory, sessionId);
  const key = crypto.getRandomValues(new Uint8Array(REDACTION_KEY_BYTES));
  const pages = analyzeSession(snapshots, now, { ...budgets, hosts: await loadHostNames() }, memory.analyses);
  const report = sessionReport(pages, { version, now, key });
  if (report === null) throw new Error('The session has no page load yet: reload the page, then export.');
  const { mimeType, write } = FORMATS[format];
  const fileName = reportFileName(hostOf(snapshots[0]?.pageLoad.url ?? ''), report.createdAt, format);
  downloadText(fileName, mimeType, write(report));
  return fileName;
}

/** The record is read before the entries: what it counts is among them, whatever comes in between. */
async function readSession(
  source: SessionSource,
  memory: PanelMemory,
  sessionId: string,
): Promise<readonly PageSnapshot[]> {
  const snapshots: PageSnapshot[] = [];
  for (const pageLoad of await source.listPageLoads(sessionId)) {
    const { entries } = await memory.snapshots.read(pageLoad);
    const { requests } = pageLoad.networkLog ? await source.readRequests(pageLoad.pageLoadId) : { requests: [] };
    snapshots.push({ pageLoad, entries, requests });
  }
  return snapshots;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
