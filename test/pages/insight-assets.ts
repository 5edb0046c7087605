import { type Asset, asset } from './asset.ts';
import { encodePng } from './demo/generate/png.ts';
import { priceTagFont } from './demo/generate/price-tag-font.ts';

/** A teal picture of so many pixels, three bytes each. */
export function picture(width: number, height: number, overrides: Partial<Asset> = {}): Asset {
  const pixels = new Uint8Array(width * height * 3).fill(0x7f);
  return asset('image/png', encodePng(width, height, pixels), { compress: false, ...overrides });
}

/** A font that has the digits. */
export function font(overrides: Partial<Asset> = {}): Asset {
  return asset('font/ttf', priceTagFont(), overrides);
}

/** Bytes of text that says nothing, as a comment of scripts and style sheets. */
export function comment(bytes: number): string {
  return `/*${'comment '.repeat(Math.ceil(bytes / 8)).slice(0, bytes - 4)}*/`;
}
