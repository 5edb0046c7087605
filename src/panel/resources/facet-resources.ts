import type { ResourceRecord } from '../../model/resources.ts';
import { chosenValues, FACETS, type Facet, type FacetChoice } from './facet-choice.ts';
import type { FlagsOf } from './resource-flags.ts';
import { traitsOf } from './resource-traits.ts';

/** What requests are narrowed down by. */
export interface ResourceFilter {
  /** Words that each have to be in URL, type, status, protocol, method or organisation. */
  readonly words: string;
  /** Of each facet one of the values that were chosen. */
  readonly choice: FacetChoice;
}

/** How many requests each value would leave, were it alone chosen of its facet. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** The requests that pass, in the order in which they came. */
export function filterResources(
  resources: readonly ResourceRecord[],
  filter: ResourceFilter,
  flagsOf: FlagsOf,
): readonly ResourceRecord[] {
  if (filter.words.trim() === '' && chosenValues(filter.choice).length === 0) return resources;
  const missedBy = missedFacets(filter, flagsOf);
  return resources.filter((resource) => missedBy(resource)?.length === 0);
}

/** What each choice would leave, in one pass: a request that fails by one facet alone still counts for the values of that facet. */
export function countFacets(
  resources: readonly ResourceRecord[],
  filter: ResourceFilter,
  flagsOf: FlagsOf,
): FacetCounts {
  const missedBy = missedFacets(filter, flagsOf);
  const counts = { type: new Map(), party: new Map(), status: new Map(), flag: new Map(), host: new Map() };
  for (const resource of resources) {
    const missed = missedBy(resource);
    if (missed === null || missed.length > 1) continue;
    for (const facet of missed.length === 0 ? FACETS : missed) {
      if (facet === 'flag') for (const { name } of flagsOf(resource)) add(counts.flag, name);
      else add(counts[facet], traitsOf(resource).facets[facet]);
    }
  }
  return counts;
}

/** By which facets a request does not pass; null when its words do not. */
function missedFacets(
  { words, choice }: ResourceFilter,
  flagsOf: FlagsOf,
): (resource: ResourceRecord) => readonly Facet[] | null {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = FACETS.filter((facet) => choice[facet].length > 0);
  const values = new Map(chosen.map((facet) => [facet, new Set(choice[facet])]));
  return (resource) => {
    const { text, facets } = traitsOf(resource);
    if (!wanted.every((word) => text.includes(word))) return null;
    if (chosen.length === 0) return NOTHING;
    return chosen.filter((facet) =>
      facet === 'flag'
        ? !flagsOf(resource).some(({ name }) => values.get(facet)?.has(name))
        : !values.get(facet)?.has(facets[facet]),
    );
  };
}

const NOTHING: readonly Facet[] = [];

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
