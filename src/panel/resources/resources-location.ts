import { COLUMN_IDS, type ResourceSort, START_SORT } from './column-ids.ts';
import { FACETS, type Facet, type FacetChoice, FIXED_VALUES, NO_CHOICE } from './facet-choice.ts';

/** What requests can be summed up by. */
export const GROUPINGS = ['type', 'host', 'entity'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which time the waterfall shows: that of all requests in the table, of those in sight, or of the page until it was loaded. */
export const WATERFALL_SPANS = ['requests', 'sight', 'load'] as const;
export type WaterfallSpan = (typeof WATERFALL_SPANS)[number];

/** What the user chose in the view of resources. */
export interface ResourcesLocation {
  readonly sort: ResourceSort;
  readonly filter: string;
  readonly facets: FacetChoice;
  /** What requests are summed up by; null: each is shown. */
  readonly group: Grouping | null;
  /** Key of the request whose details are shown. */
  readonly request: string | null;
  readonly span: WaterfallSpan;
}

export const START_RESOURCES: ResourcesLocation = {
  sort: START_SORT,
  filter: '',
  facets: NO_CHOICE,
  group: null,
  request: null,
  span: 'requests',
};

/** Adds what differs from the start: `sort=-transfer&type=script&type=image&host=cdn.example`. */
export function writeResources(location: ResourcesLocation, params: URLSearchParams): void {
  const { sort, filter, facets, group, request, span } = location;
  if (sort.key !== START_SORT.key || sort.descending) params.set('sort', `${sort.descending ? '-' : ''}${sort.key}`);
  if (filter !== '') params.set('filter', filter);
  for (const facet of FACETS) for (const value of facets[facet]) params.append(facet, value);
  if (group !== null) params.set('group', group);
  if (request !== null) params.set('request', request);
  if (span !== START_RESOURCES.span) params.set('span', span);
}

/** Reads what `writeResources` wrote; what is not known is taken as the start. */
export function readResources(params: URLSearchParams): ResourcesLocation {
  return {
    sort: sortOf(params.get('sort') ?? ''),
    filter: params.get('filter') ?? '',
    facets: {
      type: valuesOf(params, 'type'),
      party: valuesOf(params, 'party'),
      status: valuesOf(params, 'status'),
      flag: valuesOf(params, 'flag'),
      host: valuesOf(params, 'host'),
    },
    group: GROUPINGS.find((name) => name === params.get('group')) ?? null,
    request: params.get('request') || null,
    span: WATERFALL_SPANS.find((name) => name === params.get('span')) ?? START_RESOURCES.span,
  };
}

/** Each once; hosts and flags are whatever pages have. */
function valuesOf(params: URLSearchParams, facet: Facet): readonly string[] {
  const fixed = FIXED_VALUES[facet];
  const values = [...new Set(params.getAll(facet))];
  return values.filter((value) => value !== '' && (fixed.length === 0 || fixed.includes(value)));
}

function sortOf(text: string): ResourceSort {
  const key = COLUMN_IDS.find((name) => name === text.replace(/^-/, ''));
  return key ? { key, descending: text.startsWith('-') } : START_SORT;
}
