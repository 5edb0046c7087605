import { PRICE_TAG_GLYPHS } from './price-tag-glyphs.ts';
import { encodeTrueType } from './truetype.ts';
import type { Box } from './truetype-glyphs.ts';

/** A dot of the matrix in font units, and the gap that keeps neighbours apart. */
const DOT = 100;
const GAP = 12;
const ROWS = 7;

/** The shop's price tags: a dot-matrix TrueType font of the characters that a price needs. */
export function priceTagFont(): Buffer {
  const glyphs = Object.entries(PRICE_TAG_GLYPHS)
    .map(([character, rows]) => ({ character, boxes: dots(rows) }))
    .sort((a, b) => a.character.charCodeAt(0) - b.character.charCodeAt(0));
  return encodeTrueType('Price Tag', glyphs);
}

function dots(rows: readonly string[]): Box[] {
  return rows.flatMap((row, y) =>
    Array.from(row).flatMap((mark, x) => {
      if (mark !== '#') return [];
      const left = 60 + x * DOT;
      const bottom = (ROWS - 1 - y) * DOT;
      return [{ left, bottom, right: left + DOT - GAP, top: bottom + DOT - GAP }];
    }),
  );
}
