const ENTROPY_LIMIT = 3.5;
const TOKEN_LENGTH = 20;
/** The longest single word that ordinary file and function names are made of. */
const WORD_LENGTH = 16;
const DATE_DIGITS = 8;
const SHORT_HASH = /^(?:[0-9a-f]{1,12}|[A-Za-z0-9]{1,10})$/;
const VERSION = /^v?\d{1,3}(?:px|x|w|h|p)?$/i;

/**
 * True for a run of at least 20 letters, digits, `-` and `_` that looks drawn at random: 3.5 bits a character or more, and not
 * made of words, dates and at most one short content hash as file names are (`product-hero-image-4f3a2b1c`).
 */
export function looksRandom(run: string): boolean {
  if (run.length < TOKEN_LENGTH || entropy(run) < ENTROPY_LIMIT) return false;
  const odd = run.split(/[-_]+/).filter((piece) => !isOrdinary(piece));
  return odd.length > 1 || odd.some((piece) => !SHORT_HASH.test(piece));
}

/** The words of a camelCase name: `productListItem2` has four. */
export function camelWords(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

/** True for what file and class names are made of: words, camelCase names, dates, versions. */
export function isOrdinary(piece: string): boolean {
  if (piece === '' || VERSION.test(piece)) return true;
  if (/^\d+$/.test(piece)) return piece.length <= DATE_DIGITS;
  const letters = piece.replace(/\d{1,3}$/, '');
  if (!/^[A-Za-z]+$/.test(letters)) return false;
  const words = camelWords(letters);
  const vowels = letters.match(/[aeiouy]/gi)?.length ?? 0;
  const readable = letters.length < 5 || vowels / letters.length >= 0.2;
  return (
    readable &&
    (words.length === 1 || letters.length / words.length >= 3) &&
    words.every((word) => word.length <= WORD_LENGTH)
  );
}

/** Shannon entropy in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
