import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from './hash-files.mjs';

/** The first moment that a zip can hold; given in local time because zip times have no zone. */
const FIXED_TIME = new Date(1980, 0, 1);

/**
 * A zip whose bytes depend on the files' names and contents alone: entries sorted, times fixed.
 *
 * @param {string} folder what the names in the zip are relative to
 * @param {readonly string[]} inputs files and folders in it; names that start with a dot are left out
 * @returns {Promise<Uint8Array>}
 */
export async function zipFiles(folder, inputs) {
  // Not a static import: this module is reached before the packages are installed.
  const { zipSync } = await import('fflate');
  /** @type {Record<string, Uint8Array>} */
  const entries = {};
  for (const file of await listFiles(folder, inputs)) {
    if (file.split('/').some((name) => name.startsWith('.') && name !== '.')) continue;
    entries[file.replace(/^\.\//, '')] = await readFile(path.join(folder, file));
  }
  return zipSync(entries, { level: 9, mtime: FIXED_TIME });
}
