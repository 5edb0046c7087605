import { seededNoise } from './noise.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Random letters out of 64 carry 6 bits each, so gzip makes 600 KiB of this many. */
const INDEX_LENGTH = 811_000;

/**
 * Source of the shop's `main` bundle: a search index of every blend, shipped whole to the home page. About 600 KiB after
 * gzip, or `growth` times as much. The same text on every machine.
 */
export function mainScript(growth = 1): string {
  const next = seededNoise(600);
  let index = '';
  for (let i = 0; i < INDEX_LENGTH * growth; i++) index += ALPHABET.charAt(Math.floor(next() * ALPHABET.length));
  return `const blendIndex = '${index}';
const blends = Math.floor(blendIndex.length / 64);
document.querySelector('#blend-count').textContent = blends.toLocaleString('en');
`;
}
