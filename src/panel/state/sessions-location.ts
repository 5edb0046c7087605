/** What the sessions view shows: its list, two page loads side by side, or the course of a metric. */
export type SessionsShow = 'list' | 'compare' | 'trends';

/** What was chosen in the sessions view. */
export interface SessionsLocation {
  readonly show: SessionsShow;
  readonly find: string;
  readonly isGrouped: boolean;
  /** Keys of the rows that are chosen in the list. */
  readonly chosen: readonly string[];
  /** Keys of the rows that are compared; null: none. */
  readonly a: string | null;
  readonly b: string | null;
  /** Key of the metric whose course is shown, as in budgets. */
  readonly metric: string;
  /** The kind of pages; null: that of the page load that is shown. */
  readonly pattern: string | null;
}

export const SESSIONS_START: SessionsLocation = {
  show: 'list',
  find: '',
  isGrouped: false,
  chosen: [],
  a: null,
  b: null,
  metric: 'LCP',
  pattern: null,
};

/** Rows that a URL names; of a choice of more it says nothing: a part of them would be another choice. */
const MAX_CHOSEN = 500;

/** Sets what differs from the start: `find=cart&grouped=1`. */
export function formatSessionsLocation(location: SessionsLocation, params: URLSearchParams): void {
  const { show, find, isGrouped, chosen, a, b, metric, pattern } = location;
  const set = (name: string, value: string | null, start: string | null) => {
    if (value !== null && value !== start) params.set(name, value);
  };
  set('show', show, SESSIONS_START.show);
  set('find', find, '');
  set('grouped', isGrouped ? '1' : '', '');
  if (chosen.length <= MAX_CHOSEN) for (const key of chosen) params.append('chosen', key);
  set('a', a, '');
  set('b', b, '');
  set('metric', metric, SESSIONS_START.metric);
  set('pattern', pattern, '');
}

/** Reads what `formatSessionsLocation` wrote; what it does not know is taken for the start. */
export function parseSessionsLocation(params: URLSearchParams): SessionsLocation {
  const show = params.get('show');
  return {
    show: show === 'compare' || show === 'trends' ? show : SESSIONS_START.show,
    find: params.get('find') ?? '',
    isGrouped: params.get('grouped') === '1',
    chosen: params.getAll('chosen').filter(Boolean),
    a: params.get('a') || null,
    b: params.get('b') || null,
    metric: params.get('metric') || SESSIONS_START.metric,
    pattern: params.get('pattern') || null,
  };
}
