import { SetupError } from './setup-error.mjs';

/** Oldest Node.js that Vite and the tests run on, as in package.json `engines`. */
const MINIMUM = [20, 19, 0];

/**
 * Throws a SetupError when the running Node.js is too old.
 *
 * @param {string} [version] like `20.19.1`
 */
export function requireNode(version = process.versions.node) {
  if (isNewEnough(version)) return;
  throw new SetupError(
    `Vitalog needs Node.js ${MINIMUM.join('.')} or newer and this is ${version}. Install a current one from https://nodejs.org/ and run the command again.`,
  );
}

/** @param {string} version */
function isNewEnough(version) {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [index, least] of MINIMUM.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
