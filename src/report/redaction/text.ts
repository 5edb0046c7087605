import type { RedactionLevel } from '../../model/report.ts';
import { replaceSecrets, replaceVisibleSecrets } from './detectors.ts';
import type { HostRedactor } from './hosts.ts';
import { hideLength, isMarker } from './markers.ts';
import { hidePath, redactPath, redactSegment } from './path.ts';
import { redactQuery } from './query.ts';
import { isElementName, redactSelector } from './selector.ts';
import type { Tagger } from './tag.ts';

/** Redacts prose. `known` maps raw strings that the text may quote (its own URL, selector ...) to what they became. */
export type TextRedactor = (text: string, known?: ReadonlyMap<string, string>) => string;

const URL_START = /[a-z][a-z0-9+.-]*:\/\//i;
const BARE_SCHEME = /^(?:data|blob|javascript|mailto|file|about|view-source|urn):/i;
const FILE =
  /^[^\s/?#:]+\.(?:[cm]?[jt]sx?|css|s[ac]ss|html?|json|map|wasm|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|otf|eot|mp[34]|webm|ogg|pdf|xml|txt|php|aspx?|jsp)$/i;
const HOST =
  /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{1,5})?$|^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?$|^localhost(?::\d{1,5})?$/i;
/** Members of the platform that advice names; they look like hosts. */
const PLATFORM_API = /^(?:scheduler|performance|document|window|navigator|history)\.[a-z]+$/i;
/** "ms/s", "2/5", "90%", "+20%", "i.e.": slashes, dots and signs that are part of prose. */
const PROSE = /^(?:[\w.]{1,4}\/[\w.]{1,4}|[+-]?[\d.,]+%|i\.e|e\.g)$/;
const OPENING = /^[("'“‘«<`]*/;
const CLOSING = /[)"'”’»>`.,;:!?…]$/;

/** Ordinary words before an ellipsis are shorter. */
const MIN_CUT = 24;

/**
 * Makes the redactor of prose. Each word is looked at by itself: URLs, paths, file names and selectors in it are redacted as they
 * are in fields of their own; every other word must pass the detectors, and so must the whole.
 */
export function createTextRedactor(
  level: RedactionLevel,
  tag: Tagger,
  url: (value: string) => string,
  host: HostRedactor,
): TextRedactor {
  if (level === 'raw') return (text) => text.replace(/[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, url);
  const word = (text: string): string => {
    if (text === '' || isMarker(text) || PROSE.test(text)) return text;
    if (BARE_SCHEME.test(text)) return url(text);
    const at = text.search(URL_START);
    if (at >= 0) return word(text.slice(0, at)) + url(text.slice(at));
    if (FILE.test(text)) return level === 'strict' ? hidePath(text, tag) : redactSegment(text, tag);
    if (isSelector(text)) return level === 'strict' ? '*' : redactSelector(text, tag);
    if (/[/\\?&=#%]/.test(text)) return redactReference(text, level, tag);
    if (level === 'strict' && HOST.test(text) && !PLATFORM_API.test(text)) return redactHost(text, host);
    return replaceSecrets(text, tag);
  };
  return (text, known = new Map()) => {
    const quotes = [...known].filter(([raw]) => raw.length > 2).sort(([a], [b]) => b.length - a.length);
    // Placeholders from the private use area keep what was put in from being looked at again, word by word.
    let marked = text.replace(/[\uE000-\uF8FF]/g, '');
    for (const [index, [raw]] of quotes.entries())
      marked = marked.replace(quoted(raw), String.fromCharCode(0xe000 + index));
    const parts = marked
      .split(/(\s+|[\uE000-\uF8FF])/)
      .map((part) => (/^[\s\uE000-\uF8FF]/.test(part) ? part : peel(part, word)));
    const redacted = replaceVisibleSecrets(parts.join(''), tag);
    return redacted.replace(/[\uE000-\uF8FF]/g, (place) => quotes[place.charCodeAt(0) - 0xe000]?.[1] ?? '');
  };
}

/** The string where it stands by itself: inside a longer name it is a part of something that is not known. */
function quoted(raw: string): RegExp {
  const literal = raw.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(`(?<![\\w./:?=&%-])${literal}(?![\\w/?=&%-]|\\.\\w)`, 'g');
}

/** Redacts the word inside its quotes, brackets and punctuation. */
function peel(part: string, word: (text: string) => string): string {
  const opening = OPENING.exec(part)?.[0] ?? '';
  let core = part.slice(opening.length);
  let closing = '';
  while (CLOSING.test(core) && !(core.endsWith(')') && core.includes('('))) {
    closing = core.slice(-1) + closing;
    core = core.slice(0, -1);
  }
  // What a cut-off name went on with could have made a detector fire.
  if (closing.startsWith('…') && core.length >= MIN_CUT) return `${opening}~${core.length}${closing}`;
  return opening + word(core) + closing;
}

function isSelector(text: string): boolean {
  const name = /^[a-z][\w-]*/i.exec(text)?.[0] ?? '';
  const rest = text.slice(name.length);
  if (name === '') return /^(?:[#.][\p{L}_-]|\[|#\{id:)/u.test(rest);
  return /^[#.[:>]/.test(rest) && (isElementName(name) || name.includes('-'));
}

/** A relative URL: its path and query as those of an absolute one, without its fragment. */
function redactReference(text: string, level: RedactionLevel, tag: Tagger): string {
  if (text.includes('\\')) return `~unparsable:${text.length}`;
  const [reference = ''] = text.split('#', 1);
  const at = reference.indexOf('?');
  const path = at < 0 ? reference : reference.slice(0, at);
  const query = at < 0 ? '' : reference.slice(at + 1);
  if (level === 'strict') return hidePath(path, tag) + (query === '' ? '' : `?${hideLength(query)}`);
  return redactPath(path, tag) + (query === '' ? '' : `?${redactQuery(query, tag)}`);
}

function redactHost(text: string, host: HostRedactor): string {
  const [name = '', port = ''] = text.split(':');
  return host(name, port);
}
