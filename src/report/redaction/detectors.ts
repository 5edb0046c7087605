import { base64Texts, percentDecode } from './decode.ts';
import { hidePart } from './markers.ts';
import type { Tagger } from './tag.ts';
import { isOrdinary, looksRandom } from './words.ts';

/** A stretch of text that a detector took for a secret or for personal data. */
export interface Detection {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Prefixes that the issuers of keys chose so that scanners find them (cloud, source hosting, payment, chat, mail). */
const API_KEY =
  /(?:A(?:KIA|SIA|GPA|IDA|ROA)[0-9A-Z]{8,}|gh[pousr]_\w{10,}|github_pat_\w{10,}|AIza[\w-]{10,}|ya29\.[\w-]{10,}|(?:sk|pk|rk)_(?:live|test)_\w{6,}|sk-[\w-]{16,}|xox[abeprs]-[\w-]{8,}|glpat-[\w-]{10,}|npm_\w{20,}|SG\.[\w-]{8,}[\w.-]*|hf_\w{16,}|whsec_\w{10,}|dop_v1_\w{16,}|shp(?:at|ca|pa|ss)_\w{10,})/g;

/** In the order of trust: where two overlap, the first kind names the stretch. `@2x.png` is a file name and no mail address. */
const PATTERNS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['jwt', /(?<![A-Za-z0-9])eyJ[\w-]{5,}(?:\.[\w-]*){0,4}/g],
  ['uuid', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi],
  [
    'email',
    /[\p{L}\p{N}._%+'-]+@(?!\d(?:\.\d)?x\.(?:png|jpe?g|webp|avif|gif|svg)(?![a-z]))[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu,
  ],
  ['cred', /[^\s/:@?&=]+:[^\s/@]+@/g],
  ['key', API_KEY],
  ['hex', /[0-9a-f]{16,}/gi],
  ['num', /\d{9,}|\+\d(?:[ -]?\d){7,}|(?<!\d)\d{4}(?:[ -]\d{4}){2,3}(?!\d)|(?<!\d)\d{3}[ -]\d{2,3}[ -]\d{4}(?!\d)/g],
];
/** Nothing shorter can be found but with an at sign in it; most parts of URLs are shorter. */
const SHORTEST = 8;
const RUN = /[\w-]{20,}/g;

/** What the detectors find in `text` as it stands, in order and without overlaps. */
export function findSecrets(text: string): readonly Detection[] {
  if (text.length < SHORTEST && !text.includes('@')) return [];
  const found = PATTERNS.flatMap(([kind, pattern]) => matches(kind, pattern, text)).map((find) => widen(find, text));
  const runs = matches('tok', RUN, text).filter((run) => isSuspicious(run, found, text));
  return merge([...found, ...runs]);
}

/** True when a detector fires on the text, on its percent-decoded form, or on what stands in either as base64. */
export function holdsSecret(text: string): boolean {
  const decoded = percentDecode(text);
  const forms = new Set([text, decoded, ...base64Texts(text), ...base64Texts(decoded)]);
  return [...forms].some((form) => findSecrets(form).length > 0);
}

/** The text with `{kind:tag}` in place of each detection. */
export function replaceVisibleSecrets(text: string, tag: Tagger): string {
  let result = '';
  let from = 0;
  for (const { kind, start, end } of findSecrets(text)) {
    result += text.slice(from, start) + hidePart(kind, text.slice(start, end), tag);
    from = end;
  }
  return result + text.slice(from);
}

/** As replaceVisibleSecrets; a secret that shows only after decoding hides the whole text. */
export function replaceSecrets(text: string, tag: Tagger): string {
  const result = replaceVisibleSecrets(text, tag);
  return holdsSecret(result) ? hidePart('enc', text, tag) : result;
}

function matches(kind: string, pattern: RegExp, text: string): Detection[] {
  if ((kind === 'email' || kind === 'cred') && !text.includes('@')) return [];
  return [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}

/**
 * A run beside a find in it may be the rest of the same secret, unless it is made of ordinary words (`main-<hash>`). Without a
 * find, it is suspicious when it looks random as a whole, or in a stretch between separators.
 */
function isSuspicious(run: Detection, found: readonly Detection[], text: string): boolean {
  const inside = found.filter(({ start, end }) => start < run.end && end > run.start);
  const value = text.slice(run.start, run.end);
  if (inside.length === 0) return looksRandom(value) || value.split(/[-_]/).some(looksRandom);
  const letters = [...value].map((letter, index) =>
    inside.some(({ start, end }) => start <= run.start + index && run.start + index < end) ? '-' : letter,
  );
  return letters
    .join('')
    .split(/[-_]+/)
    .some((piece) => !isOrdinary(piece));
}

/** Takes in the letters and digits around, so that no piece of a secret is left beside its marker. */
function widen({ kind, start, end }: Detection, text: string): Detection {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return { kind, start: start - before, end: end + after };
}

function merge(found: readonly Detection[]): readonly Detection[] {
  const merged: Detection[] = [];
  for (const next of [...found].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || next.start >= last.end) merged.push(next);
    else
      merged[merged.length - 1] = {
        kind: trusted(last.kind, next.kind),
        start: last.start,
        end: Math.max(last.end, next.end),
      };
  }
  return merged;
}

function trusted(a: string, b: string): string {
  return a === 'tok' ? b : a;
}
