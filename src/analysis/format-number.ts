/** Making an Intl.NumberFormat costs about 50 times a call of it; one is kept per locale and number of digits. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A number in the locale's digits and separators with at most `maximumFractionDigits` decimals; never "-0". */
export function formatNumber(value: number, locale: string, maximumFractionDigits: number): string {
  const key = `${locale}/${maximumFractionDigits}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, { maximumFractionDigits, signDisplay: 'negative' });
    formatters.set(key, formatter);
  }
  return formatter.format(value);
}
