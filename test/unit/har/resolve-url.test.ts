import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveUrl } from '../../../src/har/resolve-url.ts';

const BASE = 'https://shop.example/a/b/c?d=1';

it.each([
  ['https://id.example', 'https://id.example/'],
  ['HTTPS://ID.example:443/Path', 'https://id.example/Path'],
  ['http://id.example:8080/x#top', 'http://id.example:8080/x'],
  ['//cdn.example/x', 'https://cdn.example/x'],
  ['/new?x=1#top', 'https://shop.example/new?x=1'],
  ['next', 'https://shop.example/a/b/next'],
  ['../up/./here/..', 'https://shop.example/a/up/'],
  ['../../../../over', 'https://shop.example/over'],
  ['?only=query', 'https://shop.example/a/b/c?only=query'],
  ['', 'https://shop.example/a/b/c?d=1'],
  [' /blank\t', 'https://shop.example/blank'],
])('%s leads to %s', (location, target) => {
  expect(resolveUrl(location, BASE)).toBe(target);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'chrome-extension://abc/x', 'about:blank', 'https:///'])(
  '%s leads to no page',
  (location) => {
    expect(resolveUrl(location, BASE)).toBeNull();
  },
);

it('leads where the URL class leads', () => {
  const segment = fc.constantFrom('a', 'b.html', '.', '..', 'C-d_e', '');
  const path = fc.array(segment, { maxLength: 6 }).map((parts) => parts.join('/'));
  const location = fc
    .record({
      start: fc.constantFrom('', '', '/', 'https://id.example/', 'http://id.example:81/', '//cdn.example/'),
      path,
      query: fc.constantFrom('', '?q=1', '?a/../b'),
      fragment: fc.constantFrom('', '#top'),
    })
    .map(({ start, path: rest, query, fragment }) => start + rest + query + fragment);
  fc.assert(
    fc.property(location, (text) => {
      // A third slash, which browsers skip, is one too many.
      if (!URL.canParse(text, BASE) || /^(?:https?:)?\/{3}/.test(text)) return;
      const target = new URL(text, BASE);
      target.hash = '';
      expect(resolveUrl(text, BASE)).toBe(target.href.replace(/#$/, ''));
    }),
  );
});
