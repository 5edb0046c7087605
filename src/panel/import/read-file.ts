import { BROKEN_GZIP, createTextReader, isGzip, TOO_LARGE } from '../../report/import/file-text.ts';
import { ImportError } from '../../report/import/import-error.ts';
import { IMPORT_LIMITS } from '../../report/import/import-limits.ts';
import { type ImportedFile, parseImportedFile } from '../../report/import/imported-file.ts';

/**
 * Reads an exported session or a HAR, gzip too; never more of it than the limit.
 * @throws ImportError that says where the file is wrong.
 */
export async function readSessionFile(file: Blob): Promise<ImportedFile> {
  if (file.size > IMPORT_LIMITS.bytes) throw new ImportError(TOO_LARGE);
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return parseImportedFile(await textOf(file, isGzip(start)));
}

async function textOf(file: Blob, isCompressed: boolean): Promise<string> {
  const text = createTextReader(new TextDecoder());
  const bytes = isCompressed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) text.add(read.value);
  } catch (error) {
    await reader.cancel().catch(() => {});
    if (error instanceof ImportError || !isCompressed) throw error;
    throw new ImportError(BROKEN_GZIP);
  }
  return text.end();
}
