const MAX_LENGTH = 80;
/** `violations.csv`. */
const MAX_EXTENSION = 16;
const ISO_MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/;

/**
 * A file name for an export that is safe on every system: `vitalog-<subject>-<date>.<extension>`, of `a-z 0-9 . -` alone and at
 * most 80 characters. The subject (a host, a title) may be anything: it is cut, cleaned and left out when nothing is left.
 * @param createdAt ISO 8601; the date and time become `20260115-100000`.
 */
export function reportFileName(subject: string, createdAt: string, extension: string): string {
  const [, date, time] = ISO_MOMENT.exec(createdAt) ?? [];
  const moment = date === undefined || time === undefined ? '' : `-${clean(date, '')}-${clean(time, '')}`;
  const end = `${moment}.${clean(extension, '.').slice(0, MAX_EXTENSION).replace(/\.$/, '') || 'txt'}`;
  const start = ['vitalog', clean(subject, '-')].filter((part) => part !== '').join('-');
  return `${start.slice(0, MAX_LENGTH - end.length).replace(/-$/, '')}${end}`;
}

/** Lower case letters and digits, with `separator` for each run of anything else between them. */
function clean(text: string, separator: string): string {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join(separator);
}
