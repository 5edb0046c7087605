/** A filled rectangle in font units, y upwards from the baseline. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** One character of a fixed-pitch font. */
export interface Glyph {
  readonly character: string;
  readonly boxes: readonly Box[];
}

/**
 * Lengths of the font in font units; every glyph is as wide as `advance`. Ascent and descent are those of common monospace
 * fonts, so that the text keeps its place when this font takes over.
 */
export const FONT_METRICS = { unitsPerEm: 1000, ascent: 910, descent: 240, advance: 640 } as const;

/** What `.notdef` shows: a plain box. */
const NOTDEF: Glyph = { character: '\0', boxes: [{ left: 60, bottom: 0, right: 560, top: 700 }] };
const ON_CURVE = 1;

interface GlyphTables {
  readonly glyf: Buffer;
  readonly loca: Buffer;
  readonly hmtx: Buffer;
  /** The most points and contours that a glyph has. */
  readonly points: number;
  readonly contours: number;
}

/** The outline tables of a TrueType font, `.notdef` first (https://learn.microsoft.com/en-us/typography/opentype/spec/glyf). */
export function glyphTables(glyphs: readonly Glyph[]): GlyphTables {
  const all = [NOTDEF, ...glyphs];
  const outlines = all.map(outline);
  const loca = Buffer.alloc((all.length + 1) * 4);
  const hmtx = Buffer.alloc(all.length * 4);
  let offset = 0;
  all.forEach((glyph, i) => {
    offset += outlines[i]?.length ?? 0;
    loca.writeUInt32BE(offset, (i + 1) * 4);
    hmtx.writeUInt16BE(FONT_METRICS.advance, i * 4);
    hmtx.writeInt16BE(leftEdge(glyph), i * 4 + 2);
  });
  const contours = Math.max(...all.map((glyph) => glyph.boxes.length));
  return { glyf: Buffer.concat(outlines), loca, hmtx, points: contours * 4, contours };
}

/** A glyph without boxes has no outline at all. */
function outline(glyph: Glyph): Buffer {
  const { boxes } = glyph;
  if (boxes.length === 0) return Buffer.alloc(0);
  const corners = boxes.flatMap(({ left, bottom, right, top }): [number, number][] => [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ]);
  const header = int16s([
    boxes.length,
    leftEdge(glyph),
    Math.min(...boxes.map((box) => box.bottom)),
    Math.max(...boxes.map((box) => box.right)),
    Math.max(...boxes.map((box) => box.top)),
    ...boxes.map((_, i) => i * 4 + 3),
    0, // no instructions
  ]);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const data = Buffer.concat([header, Buffer.alloc(corners.length, ON_CURVE), int16s(steps(xs)), int16s(steps(ys))]);
  return Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
}

function leftEdge(glyph: Glyph): number {
  return glyph.boxes.length === 0 ? 0 : Math.min(...glyph.boxes.map((box) => box.left));
}

/** Coordinates are stored as differences to the point before. */
function steps(values: readonly number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? 0));
}

function int16s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => {
    bytes.writeInt16BE(value, i * 2);
  });
  return bytes;
}
