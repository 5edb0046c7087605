import { type LazyComponent, lazy } from '../components/lazy.tsx';
import type { PageFigures } from '../state/page-figures.ts';
import type { ViewId } from '../state/panel-location.ts';

/** A view of one page load's figures, or one that is there without any. */
export interface View {
  readonly title: string;
  readonly component?: LazyComponent<{ readonly figures: PageFigures }>;
  readonly standalone?: LazyComponent<object>;
  /** A number beside the title, where one helps. */
  readonly count?: (figures: PageFigures) => number;
}

/** Every view by its id; `VIEW_IDS` gives their order. */
export const VIEWS: Readonly<Record<ViewId, View>> = {
  overview: {
    title: 'Overview',
    component: lazy(async () => (await import('./OverviewView.tsx')).OverviewView),
  },
  resources: {
    title: 'Resources',
    component: lazy(async () => (await import('./ResourcesView.tsx')).ResourcesView),
    count: ({ analysis }) => analysis.resources.length,
  },
  'layout-shifts': {
    title: 'Layout shifts',
    component: lazy(async () => (await import('./LayoutShiftsView.tsx')).LayoutShiftsView),
  },
  'main-thread': {
    title: 'Main thread',
    component: lazy(async () => (await import('./MainThreadView.tsx')).MainThreadView),
  },
  interactions: {
    title: 'Interactions',
    component: lazy(async () => (await import('./InteractionsView.tsx')).InteractionsView),
  },
  memory: {
    title: 'Memory and errors',
    component: lazy(async () => (await import('./MemoryView.tsx')).MemoryView),
  },
  budgets: {
    title: 'Budgets',
    component: lazy(async () => (await import('./BudgetsView.tsx')).BudgetsView),
    count: ({ verdict }) => verdict.limits.error + verdict.limits.warn,
  },
  sessions: {
    title: 'Sessions',
    standalone: lazy(async () => (await import('./SessionsView.tsx')).SessionsView),
  },
  storage: {
    title: 'Storage',
    standalone: lazy(async () => (await import('./StorageView.tsx')).StorageView),
  },
};
