import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedText, boundedUrl } from '../../../src/channel/clean-text.ts';

describe('text that may be stored', () => {
  it('keeps what is short and cuts what is long, with its hash and true length', () => {
    expect(boundedText('short')).toBe('short');
    const cut = boundedText(`${'a'.repeat(999_999)}b`);
    expect(cut.length).toBeLessThanOrEqual(2048);
    expect(cut).toMatch(/…~[0-9a-f]{1,8}:1000000$/);
    expect(boundedText(`${'a'.repeat(999_999)}c`)).not.toBe(cut);
  });

  it('tells apart what differs anywhere in its first part, its last 8 KiB, or throughout', () => {
    const text = 'a'.repeat(100_000);
    const others = [
      `${text.slice(0, 92_000)}b${text.slice(92_001)}`,
      `${text.slice(0, -1)}b`,
      'ab'.repeat(50_000),
      `b${text.slice(1)}`,
    ];
    expect(new Set([text, ...others].map(boundedText)).size).toBe(5);
  });

  it.each([
    ['https://user:secret@shop.example/a?b=c#token', 'https://shop.example/a?b=c'],
    ['https://user@shop.example', 'https://shop.example'],
    ['https://shop.example/@scope/pkg?mail=a@b.c', 'https://shop.example/@scope/pkg?mail=a@b.c'],
    ['https://a:b@c:d@shop.example/x', 'https://shop.example/x'],
    ['data:text/plain,a@b', 'data:text/plain,a@b'],
    ['', ''],
  ])('makes %j into %j', (url, expected) => {
    expect(boundedUrl(url)).toBe(expected);
  });

  it('leaves neither credentials nor a fragment in any web URL', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.stringMatching(/^[a-z0-9:]{1,12}$/),
        (url, secret) => {
          const withSecret = url.replace('://', `://${secret}@`);
          const parsed = new URL(boundedUrl(withSecret));
          expect([parsed.username, parsed.password, parsed.hash]).toEqual(['', '', '']);
          expect(parsed.host).toBe(new URL(url).host);
        },
      ),
    );
  });
});
