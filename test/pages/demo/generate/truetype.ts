import { FONT_METRICS, type Glyph, glyphTables } from './truetype-glyphs.ts';

/**
 * Builds a TrueType font from rectangles: what a browser needs to accept it and no more
 * (https://learn.microsoft.com/en-us/typography/opentype/spec/). Glyphs must be ordered by character, none outside the
 * Basic Multilingual Plane. The same bytes on every machine.
 */
export function encodeTrueType(family: string, glyphs: readonly Glyph[]): Buffer {
  const count = glyphs.length + 1; // .notdef is glyph 0
  const { glyf, loca, hmtx, points, contours } = glyphTables(glyphs);
  const tables: readonly (readonly [tag: string, data: Buffer])[] = [
    ['OS/2', os2Table(glyphs)],
    ['cmap', cmapTable(glyphs)],
    ['glyf', glyf],
    ['head', headTable()],
    ['hhea', hheaTable(count)],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxpTable(count, points, contours)],
    ['name', nameTable(family)],
    ['post', uint16s(0x0003, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)], // version 3: no glyph names; fixed pitch
  ];
  return assemble(tables);
}

function assemble(tables: readonly (readonly [tag: string, data: Buffer])[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const directory = [uint16s(0x0001, 0, tables.length, power * 16, Math.log2(power), (tables.length - power) * 16)];
  const bodies: Buffer[] = [];
  let offset = 12 + tables.length * 16;
  let headOffset = 0;
  for (const [tag, data] of tables) {
    if (tag === 'head') headOffset = offset;
    directory.push(Buffer.from(tag, 'latin1'), uint32s(checksum(data), offset, data.length));
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    bodies.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat([...directory, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headOffset + 8);
  return font;
}

function checksum(data: Buffer): number {
  const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}

function headTable(): Buffer {
  const { unitsPerEm, advance, ascent } = FONT_METRICS;
  return Buffer.concat([
    uint32s(0x00010000, 0x00010000, 0, 0x5f0f3cf5), // version, revision, checksum (later), magic number
    uint16s(0x000b, unitsPerEm),
    uint32s(0, 0, 0, 0), // made and changed at the epoch: no clock
    uint16s(0, 0, advance, ascent, 0, 8, 2, 1, 0), // box, no style, legible at 8 px, left to right, long loca
  ]);
}

function hheaTable(count: number): Buffer {
  const { ascent, descent, advance } = FONT_METRICS;
  return uint16s(1, 0, ascent, -descent, 0, advance, 0, 0, advance, 1, 0, 0, 0, 0, 0, 0, 0, count);
}

function maxpTable(count: number, points: number, contours: number): Buffer {
  return uint16s(1, 0, count, points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
}

function os2Table(glyphs: readonly Glyph[]): Buffer {
  const { ascent, descent, advance, unitsPerEm } = FONT_METRICS;
  const codes = glyphs.map((glyph) => glyph.character.charCodeAt(0));
  return Buffer.concat([
    uint16s(4, advance, 400, 5, 0),
    uint16s(650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0), // sub- and superscript, strikeout, family class
    Buffer.alloc(10), // panose: any
    uint32s(1, 0, 0, 0), // Basic Latin
    Buffer.from('VTLG', 'latin1'),
    uint16s(0x0040, Math.min(...codes), Math.max(...codes), ascent, -descent, 0, ascent, descent),
    uint32s(1, 0),
    uint16s(Math.round(unitsPerEm / 2), ascent, 0, 32, 0),
  ]);
}

function cmapTable(glyphs: readonly Glyph[]): Buffer {
  const codes = [...glyphs.map((glyph) => glyph.character.charCodeAt(0)), 0xffff]; // a segment a character; the last ends the table
  const power = 2 ** Math.floor(Math.log2(codes.length));
  const deltas = codes.map((code, i) => (code === 0xffff ? 1 : (i + 1 - code) & 0xffff));
  const search = [codes.length * 2, power * 2, Math.log2(power), (codes.length - power) * 2];
  return Buffer.concat([
    uint16s(0, 1, 3, 1, 0, 12), // one subtable: Windows, Unicode BMP, at offset 12
    uint16s(4, 16 + codes.length * 8, 0, ...search),
    uint16s(...codes, 0, ...codes, ...deltas, ...codes.map(() => 0)),
  ]);
}

function nameTable(family: string): Buffer {
  const texts = [family, 'Regular', `${family} 1`, family, 'Version 1', family.replaceAll(' ', '')];
  const encoded = texts.map((text) => uint16s(...Array.from(text, (letter) => letter.charCodeAt(0))));
  let offset = 0;
  const records = encoded.map((bytes, nameId) => {
    const record = uint16s(3, 1, 0x409, nameId + 1, bytes.length, offset);
    offset += bytes.length;
    return record;
  });
  return Buffer.concat([uint16s(0, texts.length, 6 + texts.length * 12), ...records, ...encoded]);
}

/** Big-endian 16-bit numbers; negative ones as two's complement. */
function uint16s(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => {
    bytes.writeUInt16BE(value & 0xffff, i * 2);
  });
  return bytes;
}

function uint32s(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => {
    bytes.writeUInt32BE(value >>> 0, i * 4);
  });
  return bytes;
}
