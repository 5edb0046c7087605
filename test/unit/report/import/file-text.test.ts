import { describe, expect, test } from 'vitest';
import { createTextReader, isGzip } from '../../../../src/report/import/file-text.ts';

describe('the text of a file', () => {
  test('is put together from pieces that cut characters in two', () => {
    const text = createTextReader(new TextDecoder());
    for (const byte of new TextEncoder().encode('größer als 64 KiB: 日本 🎉')) text.add(Uint8Array.of(byte));
    expect(text.end()).toBe('größer als 64 KiB: 日本 🎉');
  });

  test('is refused with the piece that goes over the limit, however much is still to come', () => {
    const text = createTextReader(new TextDecoder(), 1000);
    text.add(new Uint8Array(1000).fill(32));
    expect(() => text.add(Uint8Array.of(32))).toThrow(/MiB/);
  });
});

test('gzip is known by its first two bytes', () => {
  expect(isGzip(Uint8Array.of(0x1f, 0x8b, 8))).toBe(true);
  expect(isGzip(Uint8Array.of(0x1f))).toBe(false);
  expect(isGzip(new TextEncoder().encode('{"'))).toBe(false);
});
