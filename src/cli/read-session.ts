import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SessionReport } from '../model/report.ts';
import { BROKEN_GZIP, createTextReader, isGzip, TOO_LARGE } from '../report/import/file-text.ts';
import { ImportError } from '../report/import/import-error.ts';
import { IMPORT_LIMITS } from '../report/import/import-limits.ts';
import { parseJsonText } from '../report/import/json-text.ts';
import { checkReport } from '../report/import/parse-report.ts';
import { CliError } from './cli-error.ts';

const inflate = promisify(gunzip);

/** Reads an exported session, gzip too. Throws a CliError that says where the file is wrong. */
export async function readSession(path: string): Promise<SessionReport> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(`The session could not be read: ${reason}. Name an exported session with --check FILE.`);
  });
  try {
    return checkReport(parseJsonText(await textOf(bytes)));
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
