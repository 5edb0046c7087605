import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Largest stored block of deflate: its length is a 16-bit number (https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4). */
const STORED_BLOCK_BYTES = 0xffff;

/**
 * Encodes 8-bit RGB pixels (`width * height * 3` bytes, row by row) as PNG. The image data is stored, not compressed: the
 * file's size follows from the dimensions alone and does not hang on a zlib version
 * (https://www.w3.org/TR/png-3/).
 */
export function encodePng(width: number, height: number, rgb: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, RGB, no interlace
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', storedZlib(filteredRows(width, height, rgb))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function filteredRows(width: number, height: number, rgb: Uint8Array): Buffer {
  const stride = width * 3;
  const rows = Buffer.alloc((stride + 1) * height); // filter byte 0 (none) before each row
  for (let y = 0; y < height; y++) rows.set(rgb.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return rows;
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function storedZlib(data: Buffer): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0x78, 0x01])];
  for (let from = 0; from < data.length; from += STORED_BLOCK_BYTES) {
    const block = data.subarray(from, from + STORED_BLOCK_BYTES);
    const head = Buffer.alloc(5);
    head.writeUInt8(from + block.length === data.length ? 1 : 0, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(block.length ^ 0xffff, 3);
    parts.push(head, block);
  }
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler32(data));
  return Buffer.concat([...parts, checksum]);
}

function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}
