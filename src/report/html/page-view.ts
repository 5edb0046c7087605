/** A moment as people write it, in UTC: the reader of a report may sit anywhere. */
export function utcMoment(epochMs: number): string {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? 'unknown' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** What to call a URL where there is little room: its path and query, without the host that the heading names. */
export function localUrl(url: string, page: string): string {
  const origin = originOf(page);
  return origin !== '' && originOf(url) === origin && url.length > origin.length
    ? url.slice(origin.length)
    : url.replace(/^https?:\/\//, '');
}

function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(url)?.[0] ?? '';
}
