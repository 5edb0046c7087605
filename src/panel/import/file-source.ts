import type { ImportedFile } from '../../report/import/imported-file.ts';
import type { SessionSource } from '../session-source.ts';
import { createHarSource } from './har-source.ts';
import { createImportedSource } from './imported-source.ts';
import { openSessionFile } from './open-session-file.ts';

/** Opens a file: what it is, and the session in it. Rejects with a sentence when it cannot be opened. */
export async function openFileSource(
  file: Blob,
): Promise<{ readonly content: ImportedFile; readonly source: SessionSource }> {
  const content = await openSessionFile(file);
  const source = content.kind === 'har' ? createHarSource(content.session) : createImportedSource(content.report);
  return { content, source };
}
