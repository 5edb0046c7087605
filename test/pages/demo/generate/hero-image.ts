import { seededNoise } from './noise.ts';
import { encodePng } from './png.ts';

const WIDTH = 1024;
const HEIGHT = 512;

type Colour = readonly [red: number, green: number, blue: number];

/** A range of hills: the farther up in the list, the farther away. Lengths in pixels. */
interface Hills {
  readonly top: number;
  readonly swell: number;
  readonly wave: number;
  readonly phase: number;
  readonly lit: Colour;
  readonly shade: Colour;
  /** Distance between two tea rows; 0: too far away to see them. */
  readonly rows: number;
}

const SKY_TOP: Colour = [122, 164, 172];
const SKY_LOW: Colour = [250, 214, 176];
const SUN: Colour = [255, 236, 200];
const HILLS: readonly Hills[] = [
  { top: 236, swell: 34, wave: 210, phase: 0.4, lit: [206, 184, 166], shade: [172, 176, 168], rows: 0 },
  { top: 276, swell: 30, wave: 160, phase: 2.1, lit: [160, 168, 148], shade: [126, 152, 140], rows: 0 },
  { top: 322, swell: 36, wave: 190, phase: 4.4, lit: [118, 146, 108], shade: [82, 122, 100], rows: 13 },
  { top: 380, swell: 30, wave: 240, phase: 1.2, lit: [84, 124, 74], shade: [46, 92, 66], rows: 21 },
  { top: 448, swell: 22, wave: 300, phase: 5.6, lit: [50, 92, 54], shade: [22, 58, 42], rows: 34 },
];

/**
 * The home page's hero: tea hills at dawn, 1024 x 512 pixels in true colour, 1.5 MiB because nobody compressed it.
 * The same bytes on every machine.
 */
export function heroImage(): Buffer {
  const grain = seededNoise(7);
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  let at = 0;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const noise = (grain() - 0.5) * 7;
      for (const channel of colourAt(x, y)) rgb[at++] = Math.max(0, Math.min(255, Math.round(channel + noise)));
    }
  }
  return encodePng(WIDTH, HEIGHT, rgb);
}

function colourAt(x: number, y: number): Colour {
  const front = HILLS.findLast((hills) => y >= ridge(hills, x));
  return front ? hillColour(front, x, y) : skyColour(x, y);
}

function ridge({ top, swell, wave, phase }: Hills, x: number): number {
  return top + swell * Math.sin(x / wave + phase) + swell * 0.4 * Math.sin((x / wave) * 2.7 + phase * 3);
}

function hillColour(hills: Hills, x: number, y: number): Colour {
  const depth = y - ridge(hills, x);
  const ground = mix(hills.lit, hills.shade, Math.min(1, depth / 90));
  if (hills.rows === 0) return ground;
  const slope = depth + 10 * Math.sin(x / (hills.wave / 3) + hills.phase);
  const furrow = 0.5 + 0.5 * Math.sin((slope / hills.rows) * 2 * Math.PI);
  return mix(ground, hills.shade, furrow ** 3 * 0.7);
}

function skyColour(x: number, y: number): Colour {
  const sky = mix(SKY_TOP, SKY_LOW, Math.min(1, y / 270));
  const distance = Math.sqrt((x - 748) ** 2 + (y - 196) ** 2);
  if (distance < 46) return SUN;
  return mix(SUN, sky, Math.min(1, 0.35 + (distance - 46) / 260));
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const at = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * share;
  return [at(0), at(1), at(2)];
}
