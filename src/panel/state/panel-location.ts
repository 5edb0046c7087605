import {
  type ResourcesLocation,
  readResources,
  START_RESOURCES,
  writeResources,
} from '../resources/resources-location.ts';
import {
  formatSessionsLocation,
  parseSessionsLocation,
  SESSIONS_START,
  type SessionsLocation,
} from './sessions-location.ts';

/** The views of the panel, in the order of its tabs. */
export const VIEW_IDS = [
  'overview',
  'resources',
  'layout-shifts',
  'main-thread',
  'interactions',
  'memory',
  'budgets',
  'sessions',
  'storage',
] as const;
export type ViewId = (typeof VIEW_IDS)[number];

/** What the user chose: enough to show the same again in a panel that was made anew. */
export interface PanelLocation extends ResourcesLocation {
  readonly view: ViewId;
  /** The session that is shown; null: that of the tab. */
  readonly sessionId: string | null;
  /** The page load that was picked; null follows the newest. */
  readonly pageLoadId: string | null;
  readonly sessions: SessionsLocation;
}

export const START_LOCATION: PanelLocation = {
  view: 'overview',
  sessionId: null,
  pageLoadId: null,
  sessions: SESSIONS_START,
  ...START_RESOURCES,
};

/** `view=resources&sort=-transfer&filter=.js`: what differs from the start, without a leading `#`. */
export function formatLocation(location: PanelLocation): string {
  const params = new URLSearchParams();
  const { view, sessionId, pageLoadId, sessions } = location;
  if (view !== START_LOCATION.view) params.set('view', view);
  if (sessionId !== null) params.set('session', sessionId);
  if (pageLoadId !== null) params.set('load', pageLoadId);
  writeResources(location, params);
  formatSessionsLocation(sessions, params);
  return params.toString();
}

/** Reads what `formatLocation` wrote. Anything else is taken as the start: a location is never an error. */
export function parseLocation(text: string): PanelLocation {
  const params = new URLSearchParams(text.replace(/^#/, ''));
  return {
    view: VIEW_IDS.find((id) => id === params.get('view')) ?? START_LOCATION.view,
    sessionId: params.get('session') || null,
    pageLoadId: params.get('load') || null,
    ...readResources(params),
    sessions: parseSessionsLocation(params),
  };
}
