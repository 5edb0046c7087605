import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileExtension, fileName, isOnWire, parseUrl, shortUrl } from '../../../src/analysis/url.ts';

describe('a URL', () => {
  test.each([
    ['https://shop.example/a/b.js?v=1#top', 'https:', 'https://shop.example', 'shop.example', '/a/b.js', '?v=1'],
    ['http://127.0.0.1:8080/', 'http:', 'http://127.0.0.1:8080', '127.0.0.1', '/', ''],
    ['https://user:pw@shop.example:8443/x', 'https:', 'https://shop.example:8443', 'shop.example', '/x', ''],
    ['http://[::1]:3000/x', 'http:', 'http://[::1]:3000', '[::1]', '/x', ''],
    ['data:text/css,a{}', 'data:', '', '', 'text/css,a{}', ''],
    ['blob:https://shop.example/123', 'blob:', '', '', 'https://shop.example/123', ''],
    ['HTTPS://Shop.Example/A', 'https:', 'https://shop.example', 'shop.example', '/A', ''],
  ])('%s has its parts', (url, scheme, origin, hostname, path, search) => {
    expect(parseUrl(url)).toEqual({ scheme, origin, hostname, path, search });
  });

  test('that is not absolute has none', () => {
    expect(parseUrl('/a/b')).toBeNull();
    expect(parseUrl('')).toBeNull();
  });

  test('is split as the platform splits it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true, size: 'xsmall' }), (text) => {
        const expected = new URL(text);
        const parts = parseUrl(expected.href);
        expect(parts?.origin).toBe(expected.origin);
        expect(parts?.hostname).toBe(expected.hostname);
        expect(parts?.path).toBe(expected.pathname);
        expect(parts?.search).toBe(expected.search);
      }),
    );
  });
});

test.each([
  ['https://shop.example/assets/main.4f2a.js?v=1', 'main.4f2a.js', 'js'],
  ['https://shop.example/', '', ''],
  ['https://shop.example/a.b/README', 'README', ''],
  ['https://shop.example/.htaccess', '.htaccess', ''],
  ['https://shop.example/PHOTO.JPG', 'PHOTO.JPG', 'jpg'],
])('%s is named %s with extension "%s"', (url, name, extension) => {
  expect(fileName(url)).toBe(name);
  expect(fileExtension(url)).toBe(extension);
});

test('only HTTP goes over the wire', () => {
  expect(isOnWire('https://shop.example/')).toBe(true);
  expect(isOnWire('http://shop.example/')).toBe(true);
  for (const url of ['data:,x', 'blob:https://shop.example/1', 'chrome-extension://abc/x.js', 'about:blank']) {
    expect(isOnWire(url)).toBe(false);
  }
});

test.each([
  ['https://shop.example/img/hero.jpg?w=100', 'hero.jpg'],
  ['https://shop.example/', 'shop.example/'],
  ['data:text/plain,hello', 'data:text/plain,hello'],
  ['not a url', 'not a url'],
])('%s is called %s in a sentence', (url, name) => {
  expect(shortUrl(url)).toBe(name);
});

test('a name that would drown its sentence is cut', () => {
  expect(shortUrl(`https://shop.example/${'a'.repeat(200)}.js`)).toHaveLength(80);
  // A cut never leaves half a character.
  expect(shortUrl(`https://shop.example/a${'🫖'.repeat(60)}`)).toBe(`a${'🫖'.repeat(39)}…`);
  expect(shortUrl(`https://shop.example/${'🫖'.repeat(60)}`)).toBe(`${'🫖'.repeat(39)}…`);
});
