import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesFile, matchesGlob, matchesPage } from '../../../src/analysis/glob.ts';

describe('a glob', () => {
  test.each([
    ['*', '', true],
    ['*', 'anything', true],
    ['main*.js', 'main.js', true],
    ['main*.js', 'main-4f2a.js', true],
    ['main*.js', 'main.js.map', false],
    ['main*.js', 'domain.js', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['a*b*c', 'axxbyyc', true],
    ['a*b*c', 'acb', false],
    ['a.c', 'abc', false],
    ['', '', true],
    ['', 'a', false],
  ])('%s against "%s": %s', (pattern, text, matches) => {
    expect(matchesGlob(pattern, text)).toBe(matches);
  });

  test('matches exactly what the regular expression of the same meaning does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.') });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*') });
    fc.assert(
      fc.property(pattern, text, (glob, subject) => {
        const expression = glob.replace(/[.]/g, '\\.').replace(/\*/g, '.*');
        expect(matchesGlob(glob, subject)).toBe(new RegExp(`^${expression}$`).test(subject));
      }),
    );
  });

  // One that tries every way of matching does not end within anybody's life.
  test('made to be slow is answered all the same', () => {
    const pattern = `${'*a'.repeat(2000)}*b`;
    expect(matchesGlob(pattern, 'a'.repeat(5000))).toBe(false);
  });
});

describe('a page pattern', () => {
  test.each([
    ['*', 'https://shop.example/', true],
    ['https://shop.example/product/*', 'https://shop.example/product/1?color=red', true],
    ['https://shop.example/product/*', 'https://shop.example/cart', false],
    ['https://shop.example/product/*', 'https://evil.example/?https://shop.example/product/', false],
    ['/product/*', 'https://any.example:8080/product/1', true],
    ['/cart', 'https://any.example/cart#open', true],
    ['/cart', 'https://any.example/cart?x=1', false],
    ['https://shop.example:8443/', 'https://shop.example/', false],
  ])('%s against %s: %s', (pattern, url, matches) => {
    expect(matchesPage(pattern, url)).toBe(matches);
  });
});

describe('a file pattern', () => {
  test.each([
    ['main*.js', 'https://shop.example/assets/main-1.js?v=2', true],
    ['main*.js', 'https://shop.example/main/app.js', false],
    ['/assets/main-*.js', 'https://shop.example/assets/main-1.js', true],
    ['/assets/main-*.js', 'https://shop.example/x/assets/main-1.js', false],
  ])('%s against %s: %s', (pattern, url, matches) => {
    expect(matchesFile(pattern, url)).toBe(matches);
  });
});
