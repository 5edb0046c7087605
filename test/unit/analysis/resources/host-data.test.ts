import { describe, expect, test } from 'vitest';
import { HOST_NAMES } from '../../../../src/analysis/resources/host-data.ts';
import { entityResolver, partyResolver } from '../../../../src/analysis/resources/party.ts';

describe('with what is known of hosts', () => {
  test.each([
    ['https://www.shop.co.uk/', 'https://static.shop.co.uk/a.js', 'first'],
    ['https://app.shop.co.uk/', 'https://cdn.shop.co.uk/a.js', 'first'],
    ['https://shop.co.uk/', 'https://other.co.uk/a.js', 'third'],
    ['https://jane.github.io/', 'https://joe.github.io/a.js', 'third'],
    ['https://shop.example/', 'https://www.google-analytics.com/a.js', 'third'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8081/a.js', 'first'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.2:8080/a.js', 'third'],
    ['http://localhost:8080/', 'http://localhost:9000/a.js', 'first'],
  ])('on %s, %s is %s party', (page, url, party) => {
    expect(partyResolver(page, [], HOST_NAMES)(url)).toBe(party);
  });

  test("a budget's list comes before registrable domains", () => {
    const budget = { name: 'Shop', match: '*', limits: [], firstParty: ['cdn.other.example'] };
    expect(partyResolver('https://shop.example/', [budget], HOST_NAMES)('https://cdn.other.example/x')).toBe('first');
  });

  test('third parties have the name of their organisation, the first party needs none', () => {
    const nameOn = (page: string, url: string) => entityResolver(partyResolver(page, [], HOST_NAMES), HOST_NAMES)(url);
    expect(nameOn('https://shop.example/', 'https://www.google-analytics.com/g.js')).toBe('Google Analytics');
    expect(nameOn('https://shop.example/', 'https://nobody-knows-this.example/x.js')).toBeNull();
    expect(nameOn('https://www.google-analytics.com/', 'https://www.google-analytics.com/g.js')).toBeNull();
    expect(nameOn('https://shop.example/', 'data:text/css,a{}')).toBeNull();
  });
});
