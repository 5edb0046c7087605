import { expect, test } from 'vitest';
import { urlPattern } from '../../../../src/analysis/budgets/url-pattern.ts';

test.each([
  ['https://shop.example/product/42?from=mail#top', 'https://shop.example/product/*'],
  ['https://shop.example/product/42/reviews', 'https://shop.example/product/*/reviews'],
  ['https://shop.example/o/3f2a9c1e-0b4d-4c55-9d10-1a2b3c4d5e6f', 'https://shop.example/o/*'],
  ['https://shop.example/commit/3f2a9c1e0b', 'https://shop.example/commit/*'],
  ['https://shop.example/facade/decade', 'https://shop.example/facade/decade'],
  ['https://shop.example/product/teapot-4', 'https://shop.example/product/teapot-4'],
  ['http://localhost:3000/', 'http://localhost:3000/'],
  ['about:blank', 'about:blank'],
])('%s is of the kind %s', (url, pattern) => {
  expect(urlPattern(url)).toBe(pattern);
});
