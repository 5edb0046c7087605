import { describe, expect, it } from 'vitest';
import { pageUrl } from '../../../src/cli/page-url.ts';

describe('the URL of a page', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTP://Example.com', 'http://example.com/'],
    ['example.com/a', 'https://example.com/a'],
    ['localhost', 'http://localhost/'],
    ['localhost:8080/x', 'http://localhost:8080/x'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000/'],
    ['[::1]:3000', 'http://[::1]:3000/'],
    ['localhost.example.com', 'https://localhost.example.com/'],
  ])('of %s is %s', (argument, url) => {
    expect(pageUrl(argument)).toBe(url);
  });

  it.each([
    'file:///a.html',
    'data:text/html,hi',
    'about:blank',
    'javascript:alert(1)',
    'chrome://version',
    'ftp://a/',
  ])('cannot be %s', (argument) => {
    expect(() => pageUrl(argument)).toThrow('only http and https URLs can be profiled');
  });
});
