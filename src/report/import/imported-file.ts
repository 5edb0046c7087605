import type { SessionReport } from '../../model/report.ts';
import { isHar } from './har/check-har.ts';
import { type HarSession, readHar } from './har/har-session.ts';
import { parseJsonText } from './json-text.ts';
import { checkReport } from './parse-report.ts';

/** What is in a file that was opened: a session that was exported, or a HAR of any program. */
export type ImportedFile =
  | { readonly kind: 'session'; readonly report: SessionReport }
  | { readonly kind: 'har'; readonly session: HarSession };

/**
 * Takes the text of a file for what it says it is, whole and in every part.
 * @throws ImportError that says what is wrong with it, and where.
 */
export function parseImportedFile(text: string): ImportedFile {
  const value = parseJsonText(text);
  return isHar(value) ? { kind: 'har', session: readHar(value) } : { kind: 'session', report: checkReport(value) };
}
