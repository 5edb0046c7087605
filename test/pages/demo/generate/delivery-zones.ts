import { seededNoise } from './noise.ts';

const ZONES = 2600;
const REGIONS = ['North', 'Lakes', 'Coast', 'Midlands', 'Hills', 'South'];

/** JSON text of every delivery zone with its days and fee, about 200 KB: the cart page fetches it uncompressed. */
export function deliveryZones(): string {
  const next = seededNoise(200);
  const zones = Array.from({ length: ZONES }, (_, i) => ({
    zone: `Z${String(10_000 + i)}`,
    region: REGIONS[Math.floor(next() * REGIONS.length)],
    days: 1 + Math.floor(next() * 4),
    fee: (300 + Math.floor(next() * 600)) / 100,
    collection: next() < 0.3,
  }));
  return JSON.stringify({ zones });
}
