import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SessionReport } from '../model/report.ts';
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
  const tooLarge = `The file holds more than ${IMPORT_LIMITS.bytes / 1024 / 1024} MiB of text; export fewer page loads.`;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (bytes.length > IMPORT_LIMITS.bytes) throw new ImportError(tooLarge);
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  }
  const options = { maxOutputLength: IMPORT_LIMITS.bytes };
  const inflated = await inflate(bytes, options).catch((error: unknown) => {
    if (error instanceof RangeError) throw new ImportError(tooLarge);
    throw new ImportError('The file begins as gzip does, but is broken. Copy it again.');
  });
  return inflated.toString('utf8');
}
