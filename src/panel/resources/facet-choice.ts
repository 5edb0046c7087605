import { RESOURCE_TYPES } from '../../model/resources.ts';

/** What requests can be narrowed down by, beside words. */
export const FACETS = ['type', 'party', 'status', 'flag', 'host'] as const;
export type Facet = (typeof FACETS)[number];

/** What was chosen of each facet; nothing chosen lets all pass. */
export type FacetChoice = Readonly<Record<Facet, readonly string[]>>;

export const NO_CHOICE: FacetChoice = { type: [], party: [], status: [], flag: [], host: [] };

/** Values that are always told, in this order, though no request has them. Of the others the most frequent comes first. */
export const FIXED_VALUES: Readonly<Record<Facet, readonly string[]>> = {
  type: RESOURCE_TYPES,
  party: ['first', 'third'],
  status: ['2xx', '3xx', '4xx', '5xx', 'no answer', 'unknown'],
  flag: [],
  host: [],
};

/** `choice` with a value of a facet added, or taken away. */
export function toggleFacet(choice: FacetChoice, facet: Facet, value: string): FacetChoice {
  const before = choice[facet];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...choice, [facet]: after };
}

/** Everything that is chosen, facet by facet. */
export function chosenValues(choice: FacetChoice): readonly { readonly facet: Facet; readonly value: string }[] {
  return FACETS.flatMap((facet) => choice[facet].map((value) => ({ facet, value })));
}
