import type { ResourceRecord } from '../../model/resources.ts';
import { FACETS, type Facet, type FacetChoice } from './facet-choice.ts';
import type { FlagsOf } from './resource-flags.ts';
import { traitsOf } from './resource-traits.ts';

/** How many requests each value would leave, were it alone chosen of its facet. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

export interface FacetedRows {
  /** The requests that pass, in the order in which they came. */
  readonly rows: readonly ResourceRecord[];
  readonly counts: FacetCounts;
}

/**
 * Requests that hold every word of `filter` in URL, type, status, protocol, method or entity, and have, of each facet, one of the values
 * that were chosen. In one pass: a request that fails by one facet alone still counts for the values of that facet.
 */
export function facetResources(
  resources: readonly ResourceRecord[],
  filter: string,
  choice: FacetChoice,
  flagsOf: FlagsOf,
): FacetedRows {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = FACETS.filter((facet) => choice[facet].length > 0);
  const wanted = new Map(chosen.map((facet) => [facet, new Set(choice[facet])]));
  const counts = { type: new Map(), party: new Map(), status: new Map(), flag: new Map(), host: new Map() };
  const rows: ResourceRecord[] = [];
  for (const resource of resources) {
    const { text, facets } = traitsOf(resource);
    if (!words.every((word) => text.includes(word))) continue;
    const flags = flagsOf(resource);
    const has = (facet: Facet) =>
      facet === 'flag'
        ? flags.some(({ name }) => wanted.get(facet)?.has(name))
        : (wanted.get(facet)?.has(facets[facet]) ?? true);
    const missed = chosen.length === 0 ? NOTHING : chosen.filter((facet) => !has(facet));
    if (missed.length > 1) continue;
    if (missed.length === 0) rows.push(resource);
    for (const facet of missed.length === 0 ? FACETS : missed) {
      if (facet === 'flag') for (const { name } of flags) add(counts.flag, name);
      else add(counts[facet], facets[facet]);
    }
  }
  return { rows, counts };
}

const NOTHING: readonly Facet[] = [];

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
