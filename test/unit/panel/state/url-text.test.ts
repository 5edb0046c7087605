import { expect, test } from 'vitest';
import { relativeUrl, requestName } from '../../../../src/panel/state/url-text.ts';

test('shortens URLs of the page to their path and keeps the host of others', () => {
  expect(relativeUrl('https://shop.example/a?b=1', 'https://shop.example')).toBe('/a?b=1');
  expect(relativeUrl('https://cdn.example/a.js', 'https://shop.example')).toBe('cdn.example/a.js');
  expect(relativeUrl('javascript:alert(1)')).toBe('javascript:alert(1)');
  expect(relativeUrl('button.buy', 'https://shop.example')).toBe('button.buy');
});

test('names a request by its last path part, or by its host', () => {
  expect(requestName('https://shop.example/js/app.js?v=2')).toBe('app.js?v=2');
  expect(requestName('https://shop.example/product/')).toBe('product');
  expect(requestName('https://shop.example/')).toBe('shop.example');
  expect(requestName(`data:text/html,${'<b>/'.repeat(100)}`)).toMatch(/^data:text\/html,<b>.{60,}$/);
  expect(requestName(`data:text/html,${'<b>/'.repeat(100)}`)).toHaveLength(80);
});

test('names a request in letters, and as it is where they are none', () => {
  expect(requestName('https://shop.example/%F0%9F%AB%96%20kettle.png')).toBe('🫖 kettle.png');
  expect(requestName('https://shop.example/100%.png')).toBe('100%.png');
  expect(requestName('https://shop.example/%E2%80%AEgnp.exe')).toBe('\uFFFDgnp.exe');
});

test('lets no name turn the direction of writing', () => {
  expect(requestName('\u202Egnp.exe')).toBe('\uFFFDgnp.exe');
  expect(relativeUrl('a\u2066b\nc')).toBe('a\uFFFDb\uFFFDc');
});
