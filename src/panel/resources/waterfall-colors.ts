import type { BarPart } from './phase-names.ts';

/** The colour of a part of a request, the same in its bar, in the legend and in its details (tokens.css). */
export function partColor(part: BarPart): string {
  return `var(--phase-${part})`;
}

/** The colour of the line of a moment of the load: `FCP`, `LCP`, `load`. */
export function markerColor(label: string): string {
  return `var(--marker-${label.toLowerCase()})`;
}
