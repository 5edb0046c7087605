import { expect, test } from 'vitest';
import { counted } from '../../../src/analysis/counted.ts';

test.each([
  [0, 'request', undefined, '0 requests'],
  [1, 'request', undefined, '1 request'],
  [18_001, 'request', undefined, '18,001 requests'],
  [1, 'address', 'addresses', '1 address'],
  [2, 'address', 'addresses', '2 addresses'],
])('%i of %s are "%s"', (count, noun, plural, said) => {
  expect(counted(count, noun, plural)).toBe(said);
});
