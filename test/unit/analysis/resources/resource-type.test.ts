import { expect, test } from 'vitest';
import { resourceTypeOf } from '../../../../src/analysis/resources/resource-type.ts';

test.each([
  ['navigation', 'text/html', '/', 'document'],
  ['iframe', null, '/ad', 'document'],
  ['script', 'text/javascript', '/a.js', 'script'],
  ['script', 'text/html', '/gone.js', 'script'],
  ['link', 'text/css', '/a', 'stylesheet'],
  ['link', null, '/a.css', 'stylesheet'],
  ['link', null, '/app.mjs', 'script'],
  ['link', 'font/woff2', '/a', 'font'],
  ['css', 'font/woff2', '/f', 'font'],
  ['css', 'application/font-woff', '/f', 'font'],
  ['css', null, '/f.woff2', 'font'],
  ['css', 'application/octet-stream', '/f.woff2', 'font'],
  ['css', null, '/background', 'image'],
  ['css', 'text/css', '/imported.css', 'stylesheet'],
  ['img', 'image/svg+xml', '/a.svg', 'image'],
  ['img', 'text/html', '/gone.png', 'image'],
  ['img', null, '/pixel', 'image'],
  ['video', 'image/jpeg', '/poster.jpg', 'image'],
  ['video', null, '/film', 'media'],
  ['audio', 'audio/mpeg', '/a.mp3', 'media'],
  ['fetch', 'application/json', '/api', 'other'],
  ['fetch', 'image/png', '/a.png', 'other'],
  ['xmlhttprequest', 'text/html', '/part', 'other'],
  ['beacon', null, '/log.js', 'other'],
  ['other', null, '/favicon.ico', 'image'],
  ['other', 'application/manifest+json', '/site.webmanifest', 'other'],
  ['script', 'application/ecmascript', '/a', 'script'],
])('a request by %s with MIME type %s for %s is %s', (initiatorType, mimeType, path, type) => {
  expect(resourceTypeOf({ url: `https://shop.example${path}`, initiatorType, mimeType })).toBe(type);
});

test('a link without any hint is a style sheet when rendering waits for it', () => {
  const hints = { url: 'https://fonts.example/css2?family=Inter', initiatorType: 'link', mimeType: null };
  expect(resourceTypeOf({ ...hints, renderBlockingStatus: 'blocking' })).toBe('stylesheet');
  expect(resourceTypeOf({ ...hints, renderBlockingStatus: 'non-blocking' })).toBe('other');
});
