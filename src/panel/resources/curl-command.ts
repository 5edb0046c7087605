import { isOnWire } from '../../analysis/url.ts';
import type { ResourceRecord } from '../../model/resources.ts';

/**
 * The command that sends a request again, for a POSIX shell (sh, bash, zsh; on Windows Git Bash or WSL); null for what is not sent over
 * HTTP. Headers, cookies and bodies of requests are never recorded, so it has none. `--globoff`: brackets and braces are part of the URL.
 */
export function curlCommand({
  url,
  method,
  contentEncoding,
}: Pick<ResourceRecord, 'url' | 'method' | 'contentEncoding'>): string | null {
  if (!isOnWire(url)) return null;
  const how =
    method === 'HEAD' ? ['--head'] : method === null || method === 'GET' ? [] : ['--request', shellQuote(method)];
  const encoding = contentEncoding === null ? [] : ['--compressed'];
  return ['curl', '--globoff', ...how, ...encoding, shellQuote(url)].join(' ');
}

/**
 * A word that a POSIX shell hands on as it is: between single quotes nothing has a meaning but the single quote itself
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02). NUL, which no argument can hold, is left out.
 */
export function shellQuote(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`;
}
