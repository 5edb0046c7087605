import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The files under the given files and folders, as paths relative to `root` with forward slashes, sorted; what is not there is left out.
 *
 * @param {string} root
 * @param {readonly string[]} inputs
 * @returns {Promise<readonly string[]>}
 */
export async function listFiles(root, inputs) {
  const lists = await Promise.all(inputs.map((input) => walk(root, input)));
  return lists.flat().sort();
}

/**
 * SHA-256 over the names and contents of files: equal when nothing that a build reads has changed.
 *
 * @param {string} root
 * @param {readonly string[]} inputs files and folders relative to `root`
 */
export async function hashFiles(root, inputs) {
  const hash = createHash('sha256');
  for (const file of await listFiles(root, inputs)) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} input
 * @returns {Promise<string[]>}
 */
async function walk(root, input) {
  const found = await stat(path.join(root, input)).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [input];
  const names = await readdir(path.join(root, input));
  const lists = await Promise.all(names.map((name) => walk(root, `${input}/${name}`)));
  return lists.flat();
}
