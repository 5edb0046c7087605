import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSitePattern, matchesSite } from '../../../src/model/site-pattern.ts';

describe('a site pattern', () => {
  it.each([
    ['shop.example', 'shop.example', true],
    ['shop.example', 'www.shop.example', false],
    ['shop.example', 'shop.example:8080', true],
    ['shop.example:8080', 'shop.example:8080', true],
    ['shop.example:8080', 'shop.example', false],
    ['*.shop.example', 'www.shop.example', true],
    ['*.shop.example', 'a.b.shop.example:3000', true],
    ['*.shop.example', 'shop.example', true],
    ['*.shop.example', 'myshop.example', false],
    ['*.shop.example:3000', 'www.shop.example:3001', false],
    ['127.0.0.1', '127.0.0.1:41195', true],
    ['[::1]', '[::1]:3000', true],
    ['[::1]', '[::1]', true],
  ])('%s for the host %s: %s', (pattern, host, matches) => {
    expect(isSitePattern(pattern)).toBe(true);
    expect(matchesSite(pattern, host)).toBe(matches);
  });

  it.each([
    '',
    '*',
    '*.',
    'sh*p.example',
    'https://shop.example',
    'shop.example/',
    'Shop.example',
    '.example',
    'a..b',
    'a b',
    7,
    null,
    'a'.repeat(300),
  ])('is not %j', (text) => {
    expect(isSitePattern(text)).toBe(false);
  });

  it('covers every host that it is made of, and no other domain', () => {
    fc.assert(
      fc.property(fc.domain(), fc.domain(), (host, other) => {
        expect(matchesSite(host, host)).toBe(true);
        expect(matchesSite(`*.${host}`, `a.${host}`)).toBe(true);
        expect(matchesSite(host, `${other}.${host}`)).toBe(false);
        expect(matchesSite(`*.${host}`, `${host}.${other}`)).toBe(host === other);
      }),
    );
  });
});
