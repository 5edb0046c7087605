/** What each row of the fault catalogue must come to; printed beside its figures. */
const PASS_RULES: Readonly<Record<number, string>> = {
  1: '100,000 of 100,000, no duplicate, at most 5 s more than without kills',
  2: '100 of 100',
  3: 'each chunk sent 11 times, no duplicate',
  4: 'one connection a document, no duplicate',
  5: '2,000 of 2,000, persisted 20 of 20',
  6: '2,000 of 2,000, no duplicate',
  7: 'no uncaught error of the background',
  8: '200,000 of 200,000',
  9: 'all stored, final vitals 10 of 10',
  11: 'acknowledged lost 0, unacknowledged lost at most 50 a run',
  12: 'acknowledged lost 0, all end as lost, none complete',
  13: 'every transaction of chunks strict, at least 0.8 times the throughput of relaxed',
  14: 'acknowledged lost 0, known as lost within 5 s',
  15: 'acknowledged lost 0',
  16: 'acknowledged lost 0, nothing on the console',
  10: 'none missing that is not declared, vitals of every tab',
  17: 'one collector a document: no duplicate',
  20: 'orphan rows 0, account exact',
  19: '1,000 of 1,000',
  21: '99 % within 2 s',
  22: 'as many page loads as were shown',
  23: '100,000 of 100,000, slowest tab at most twice the median',
  37: 'orphan rows 0, account exact',
  38: 'version old or new, rows equal each time',
  40: 'stored and declared lost add up to what was made',
  41: 'all stored whatever the page does',
  42: 'declared lost 0',
  44: '10 known, 10 unknown',
  45: 'as many as the page itself can see',
  46: '100,000 within 10 s',
  47: 'each entry at most 4 KiB, no two names alike',
  48: 'stored and rejected add up to what was made',
  49: 'forged entries stored 0',
  50: 'foreign rows changed 0',
  51: 'stored at most the cap, the rest declared',
  52: 'all stored whatever the page does',
  53: 'long tasks within 1 of those without the extension',
  54: 'connections accepted 0',
  62: 'refused within 2 s, heap grows by at most 100 MB, the panel goes on',
  64: 'nothing added each time',
  66: 'as many rows as the head counts, 20 of 20',
};

/** The rules of the rows that a label names (`16, 17`, `15 (frozen)`); empty for a short form, whose counts are its own. */
export function passRules(label: number | string): string {
  if (String(label).includes('short')) return '';
  const rows = [...String(label).matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return [...new Set(rows.flatMap((row) => PASS_RULES[row] ?? []))].join('; ');
}
