import { formatNumber } from './format-number.ts';

/** `1 request`, `18,001 requests`: how many there are of something; what does not make its plural by an s gives it. */
export function counted(count: number, noun: string, plural = `${noun}s`, locale = 'en'): string {
  return `${formatNumber(count, locale, 0)} ${count === 1 ? noun : plural}`;
}
