import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodePng } from '../../pages/demo/generate/png.ts';

/** Chunks of a PNG by type, checksums verified. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

test('a stored PNG inflates to its rows, also over the border of a deflate block', () => {
  const [width, height] = [300, 100];
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7) % 256);
  const chunks = chunksOf(encodePng(width, height, rgb));
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)); // checks the Adler-32 too
  expect(rows.length).toBe((width * 3 + 1) * height);
  expect(rows.subarray((width * 3 + 1) * 99 + 1)).toEqual(Buffer.from(rgb.subarray(width * 3 * 99)));
});
