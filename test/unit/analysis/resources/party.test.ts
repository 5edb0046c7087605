import { describe, expect, test } from 'vitest';
import { partyResolver } from '../../../../src/analysis/resources/party.ts';

describe('the party of a resource', () => {
  test.each([
    ['https://shop.example/', 'https://shop.example/a.js', 'first'],
    ['https://shop.example/', 'https://cdn.shop.example/a.js', 'first'],
    ['https://www.shop.example/', 'https://cdn.shop.example/a.js', 'first'],
    ['https://shop.example/', 'https://notshop.example/a.js', 'third'],
    ['https://shop.example/', 'https://shop.example.evil.test/a.js', 'third'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8081/badge.svg', 'first'],
    ['http://localhost:8080/', 'http://127.0.0.1:8080/badge.svg', 'third'],
    ['https://shop.example/', 'data:text/css,a{}', 'first'],
    ['not a url', 'https://shop.example/a.js', 'third'],
  ])('on %s, %s is %s party', (page, url, party) => {
    expect(partyResolver(page, [])(url)).toBe(party);
  });

  test('is first when a budget that matches the page lists its host', () => {
    const limits = { name: 'Shop', limits: [], firstParty: ['*.shop-cdn.example', 'Images.example'] };
    const partyOf = partyResolver('https://shop.example/cart', [{ ...limits, match: '/cart' }]);
    expect(partyOf('https://a.shop-cdn.example/x')).toBe('first');
    expect(partyOf('https://shop-cdn.example/x')).toBe('first');
    expect(partyOf('https://images.example/x')).toBe('first');
    expect(partyOf('https://a.images.example/x')).toBe('third');
    const elsewhere = partyResolver('https://shop.example/', [{ ...limits, match: '/cart' }]);
    expect(elsewhere('https://images.example/x')).toBe('third');
  });
});
