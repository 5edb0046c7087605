import { type ResourceSort, SORT_KEYS } from './resource-sort.ts';

/** The views of the panel, in the order of its tabs. */
export const VIEW_IDS = [
  'overview',
  'resources',
  'layout-shifts',
  'main-thread',
  'interactions',
  'memory',
  'budgets',
  'storage',
] as const;
export type ViewId = (typeof VIEW_IDS)[number];

/** What the user chose: enough to show the same again in a panel that was made anew. */
export interface PanelLocation {
  readonly view: ViewId;
  /** The page load that was picked; null follows the newest. */
  readonly pageLoadId: string | null;
  readonly sort: ResourceSort;
  readonly filter: string;
}

export const START_LOCATION: PanelLocation = {
  view: 'overview',
  pageLoadId: null,
  sort: { key: 'start', descending: false },
  filter: '',
};

/** `view=resources&sort=-transfer&filter=.js`: what differs from the start, without a leading `#`. */
export function formatLocation(location: PanelLocation): string {
  const params = new URLSearchParams();
  const { view, pageLoadId, sort, filter } = location;
  if (view !== START_LOCATION.view) params.set('view', view);
  if (pageLoadId !== null) params.set('load', pageLoadId);
  if (sort.key !== START_LOCATION.sort.key || sort.descending)
    params.set('sort', `${sort.descending ? '-' : ''}${sort.key}`);
  if (filter !== '') params.set('filter', filter);
  return params.toString();
}

/** Reads what `formatLocation` wrote. Anything else is taken as the start: a location is never an error. */
export function parseLocation(text: string): PanelLocation {
  const params = new URLSearchParams(text.replace(/^#/, ''));
  return {
    view: VIEW_IDS.find((id) => id === params.get('view')) ?? START_LOCATION.view,
    pageLoadId: params.get('load') || null,
    sort: parseSort(params.get('sort') ?? ''),
    filter: params.get('filter') ?? '',
  };
}

function parseSort(text: string): ResourceSort {
  const key = SORT_KEYS.find((name) => name === text.replace(/^-/, ''));
  return key ? { key, descending: text.startsWith('-') } : START_LOCATION.sort;
}
