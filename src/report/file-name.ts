const MAX_LENGTH = 80;

/**
 * A file name for an export that is safe on every system: `vitalog-<subject>-<date>.<extension>`, of `a-z 0-9 . -` alone and at
 * most 80 characters. The subject (a host, a title) may be anything: it is cut, cleaned and left out when nothing is left.
 * @param createdAt ISO 8601; the date and time become `20260115-100000`.
 */
export function reportFileName(subject: string, createdAt: string, extension: string): string {
  const moment = createdAt
    .replace(/\.\d+/, '')
    .replace(/[^0-9T]/g, '')
    .replace('T', '-')
    .slice(0, 15);
  const end = `${moment === '' ? '' : `-${moment}`}.${clean(extension) || 'txt'}`.slice(0, MAX_LENGTH / 2);
  const start = ['vitalog', clean(subject)].filter((part) => part !== '').join('-');
  return `${start.slice(0, MAX_LENGTH - end.length).replace(/[-.]+$/, '')}${end}`;
}

function clean(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
