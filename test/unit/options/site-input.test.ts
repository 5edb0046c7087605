import { describe, expect, it } from 'vitest';
import { readSiteInput } from '../../../src/options/site-input.ts';

describe('a typed site', () => {
  it.each([
    ['shop.example', 'shop.example'],
    ['  Shop.Example ', 'shop.example'],
    ['https://shop.example/cart?id=1#top', 'shop.example'],
    ['https://user:secret@shop.example/', 'shop.example'],
    ['shop.example/cart', 'shop.example'],
    ['localhost:3000', 'localhost:3000'],
    ['https://shop.example:443/', 'shop.example'],
    ['http://shop.example:80', 'shop.example'],
    ['*.shop.example', '*.shop.example'],
    ['https://*.shop.example/', '*.shop.example'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['[::1]:8080', '[::1]:8080'],
  ])('%s is %s', (typed, site) => {
    expect(readSiteInput(typed, [])).toEqual({ site });
  });

  it.each([
    ['', /Type a host/],
    ['not a site', /“not a site” is no site/],
    ['sh*p.example', /is no site/],
    ['*', /is no site/],
    ['ftp://shop.example', /ftp: cannot be on the list/],
    ['shop.example', /on the list already/],
  ])('%j is refused in a sentence', (typed, reason) => {
    const input = readSiteInput(typed, ['shop.example']);
    expect('error' in input && input.error).toMatch(reason);
  });
});
