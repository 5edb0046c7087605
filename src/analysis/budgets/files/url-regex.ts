/**
 * The regular expression, as Lighthouse CI matches URLs with it, for a budget's patterns. Always anchored; a bare path may follow
 * any host.
 */
export function regexOf(patterns: readonly string[]): string {
  if (patterns.includes('*')) return '.*';
  const parts = patterns.map(
    (pattern) => (pattern.startsWith('/') ? ANY_HOST : '') + pattern.split('*').map(escapeRegex).join('.*'),
  );
  return parts.length === 1 ? `^${parts[0]}$` : `^(?:${parts.join('|')})$`;
}

/**
 * The patterns of pages that a regular expression matches, as far as it is made of literals, `.*`, `https?` and hosts of any name
 * (`[^/]+`); null when it says more than a glob can.
 */
export function patternsOfRegex(regex: string): readonly string[] | null {
  const [, group] = /^\^\(\?:(.*)\)\$$/s.exec(regex) ?? [];
  const alternatives = group === undefined ? [regex] : [...group.matchAll(ALTERNATIVE)].map(([part]) => `^${part}$`);
  const patterns = alternatives.map(patternsOf);
  return patterns.includes(null) ? null : patterns.flatMap((list) => list ?? []);
}

/** What stands between two bars that are not escaped. */
const ALTERNATIVE = /(?:\\.|[^|\\])+/gs;

const ANY_HOST = 'https?://[^/]+';

/** Escapes of single characters, `.*` and plain characters. */
const TOKEN = /\\(\W)|(\.\*)|([^\\^$.*+?()[\]{}|])/gsy;

function patternsOf(regex: string): readonly string[] | null {
  const fromStart = regex.startsWith('^');
  const toEnd = /(?<!\\)\$$/.test(regex);
  const body = regex.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined);
  const end = toEnd ? '' : '*';
  if (body.startsWith(ANY_HOST)) {
    const path = globOf(body.slice(ANY_HOST.length));
    if (path === null) return null;
    if (path.startsWith('/')) return [tidy(path + end)];
    return path === '' || path === '*' ? ['*'] : null;
  }
  if (body.startsWith('https?:')) {
    const rest = globOf(body.slice('https?:'.length));
    return rest === null ? null : ['https:', 'http:'].map((scheme) => tidy(scheme + rest + end));
  }
  const glob = globOf(body);
  return glob === null ? null : [tidy((fromStart ? '' : '*') + glob + end)];
}

function globOf(body: string): string | null {
  let glob = '';
  let read = 0;
  for (const [token, escaped, any, plain] of body.matchAll(new RegExp(TOKEN))) {
    // An asterisk of its own means itself in no glob.
    if (escaped === '*') return null;
    glob += any === undefined ? (escaped ?? plain ?? '') : '*';
    read += token.length;
  }
  return read === body.length ? glob : null;
}

function tidy(glob: string): string {
  return glob.replace(/\*{2,}/g, '*');
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
