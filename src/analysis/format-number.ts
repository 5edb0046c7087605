/** Making an Intl.NumberFormat costs about 50 times a call of it; one is kept per locale and number of digits. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A number in the locale's digits and separators with at most `maximumFractionDigits` decimals, or with so many; never "-0". */
export function formatNumber(value: number, locale: string, maximumFractionDigits: number, isFixed = false): string {
  const key = `${locale}/${maximumFractionDigits}${isFixed ? '/fixed' : ''}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, {
      minimumFractionDigits: isFixed ? maximumFractionDigits : 0,
      maximumFractionDigits,
      signDisplay: 'negative',
    });
    formatters.set(key, formatter);
  }
  return formatter.format(value);
}
