import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BROKEN_GZIP, createTextReader, isGzip, TOO_LARGE } from '../report/import/file-text.ts';
import { ImportError } from '../report/import/import-error.ts';
import { IMPORT_LIMITS } from '../report/import/import-limits.ts';
import { type ImportedFile, parseImportedFile } from '../report/import/imported-file.ts';
import { CliError } from './cli-error.ts';

const inflate = promisify(gunzip);

/** Reads an exported session or a HAR, gzip too. Throws a CliError that says where the file is wrong. */
export async function readSession(path: string): Promise<ImportedFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`The file could not be read: ${reason}. Name an exported session or a HAR with --check FILE.`);
  });
  try {
    return parseImportedFile(await textOf(bytes));
  } catch (error) {
    if (error instanceof ImportError) throw new CliError(`${path}: ${error.message}`);
    throw error;
  }
}

async function textOf(bytes: Buffer): Promise<string> {
  const text = createTextReader(new TextDecoder());
  text.add(isGzip(bytes) ? await inflated(bytes) : bytes);
  return text.end();
}

function inflated(bytes: Buffer): Promise<Buffer> {
  return inflate(bytes, { maxOutputLength: IMPORT_LIMITS.bytes }).catch((error: unknown) => {
    throw new ImportError(error instanceof RangeError ? TOO_LARGE : BROKEN_GZIP);
  });
}
