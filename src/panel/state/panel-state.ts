import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type BaselineSample, relativeMetrics } from '../../analysis/budgets/baseline.ts';
import { QUIET_WINDOW_MS } from '../../analysis/metrics/crowded-spans.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { TabRecording } from '../../model/recording.ts';
import type { StoreState } from '../../model/store-state.ts';
import { createLazyAnalyst } from '../analysis/lazy-analyst.ts';
import type { PageAnalyst } from '../analysis/page-analyst.ts';
import { type BudgetSettings, createTransientBudgets } from '../budget-settings.ts';
import type { LocationKeeper } from '../location-keeper.ts';
import type { SessionSource } from '../session-source.ts';
import type { BudgetTerms } from './budget-terms.ts';
import type { PageFigures } from './page-figures.ts';
import { createPageFiguresStore } from './page-figures-store.ts';
import type { PageSummary } from './page-summary.ts';
import { formatLocation, type PanelLocation, parseLocation } from './panel-location.ts';
import { createPanelMemory, type PanelMemory } from './panel-memory.ts';
import { choices, pick, selected } from './selection.ts';
import type { SessionAnalyses } from './session-analyses.ts';
import { createSessionRecords, type SessionPageLoads } from './session-records.ts';
import type { SnapshotCacheStatistics } from './snapshot-cache.ts';
import { createTimer } from './timer.ts';
import { browserClock, createUpdateLoop, type FrameClock, painted } from './update-loop.ts';

/** An open page load that sent nothing for so long has had its quiet window: TTI and TBT can now be told. */
const AFTER_QUIET_MS = QUIET_WINDOW_MS + 500;

/** A worker that was asleep answers within this time: too short to speak of. */
const LOST_AFTER_MS = 2000;

/** Enough for a session's list to have its verdicts; a session of a thousand page loads is not read for it. */
const MAX_SUMMARISED = 50;

/** Whether the background tells us of changes. */
export type Connection = 'connecting' | 'live' | 'lost';

/** What the views read, and what they can ask for. */
export interface PanelState {
  readonly source: SessionSource;
  readonly budgets: BudgetSettings;
  readonly terms: ReadonlySignal<BudgetTerms>;
  readonly memory: PanelMemory;
  /** How often the store need not be read for an analysis. */
  cacheStatistics(): SnapshotCacheStatistics;
  /** Of every page load of the session that was analysed. */
  readonly analyses: SessionAnalyses;
  readonly connection: ReadonlySignal<Connection>;
  /** Whether the page in the tab is recorded; null until it is told. */
  readonly recording: ReadonlySignal<TabRecording | null>;
  /** What is wrong with the store; nothing when all is well. */
  readonly storeStates: ReadonlySignal<readonly StoreState[]>;
  /** Why the store could not be read the last time; null when it could. */
  readonly readError: ReadonlySignal<string | null>;
  /** True while the figures are all that can be made of what is stored. */
  readonly settled: ReadonlySignal<boolean>;
  readonly session: ReadonlySignal<SessionPageLoads | null>;
  /** Page loads to pick from, newest first. */
  readonly choices: ReadonlySignal<readonly PageLoadRecord[]>;
  readonly current: ReadonlySignal<PageLoadRecord | null>;
  /** Whether the page load that is shown is the one in the tab, and not an earlier one or that of another session. */
  readonly isLive: ReadonlySignal<boolean>;
  /** The current page load's figures; null while they are being read. */
  readonly figures: ReadonlySignal<PageFigures | null>;
  readonly summaries: ReadonlySignal<ReadonlyMap<string, PageSummary>>;
  readonly location: ReadonlySignal<PanelLocation>;
  /** How far views and lists were scrolled, in CSS pixels, by a name of their own. */
  readonly scrollPositions: Map<string, number>;
  /** How high what comes bit by bit was the last time, in CSS pixels, by a name of its own. */
  readonly rooms: Map<string, number>;
  updateLocation(change: Partial<PanelLocation>): void;
  pickPageLoad(pageLoadId: string): void;
  /** Shows a page load of any session that is stored, in the overview. */
  openPageLoad(pageLoad: Pick<PageLoadRecord, 'sessionId' | 'pageLoadId'>): void;
  /** Back to the tab's own session, and its newest page load. */
  followLatest(): void;
  /** Reads again after an error. */
  retry(): void;
  dispose(): void;
}

export interface PanelOptions {
  readonly clock?: FrameClock;
  /** Newest page loads that get their verdict in the list, and count as earlier ones, without being picked. */
  readonly maxSummarised?: number;
  /** The budgets that page loads are held against; the Starter budget for as long as the panel lives unless told otherwise. */
  readonly budgets?: BudgetSettings;
  /** Who analyses, with one on this thread to fall back on, which does it unless told otherwise. */
  readonly makeAnalyst?: (local: PageAnalyst) => PageAnalyst;
}

/** Connects the source to the signals that the views read. Works until disposed of, once a frame at most. */
export function createPanelState(
  source: SessionSource,
  keeper: LocationKeeper,
  {
    clock = browserClock,
    maxSummarised = MAX_SUMMARISED,
    budgets = createTransientBudgets(),
    makeAnalyst = (local) => local,
  }: PanelOptions = {},
): PanelState {
  const location = signal(parseLocation(keeper.load()));
  const connection = signal<Connection>('connecting');
  const recording = signal<TabRecording | null>(null);
  const storeStates = signal<readonly StoreState[]>([]);
  const readError = signal<string | null>(null);
  const settled = signal(false);
  const records = createSessionRecords(source);
  const newestFirst = computed(() => choices(records.session.value?.pageLoads ?? []));
  const current = computed(() => selected(location.value.pageLoadId, newestFirst.value));
  const origin = computed(() => current.value?.origin ?? null);
  const currentId = computed(() => current.value?.pageLoadId ?? null);
  const isLive = computed(
    () => location.value.sessionId === null && currentId.value === (newestFirst.value[0]?.pageLoadId ?? null),
  );
  const samples = signal<readonly BaselineSample[]>([]);
  const terms = computed(() => ({ budgets: budgets.budgets.value, samples: samples.value }));
  const memory = createPanelMemory(source);
  const analyst = makeAnalyst(createLazyAnalyst(source, memory.snapshots));
  const store = createPageFiguresStore(analyst, memory.analyses, maxSummarised, terms);

  let recordShown: Promise<void> | null = null;

  /** What is not needed for a first sight of the record waits for it: it would take the time of the machine that this needs. */
  function whenRecordShown(): Promise<void> {
    recordShown ??= painted(clock);
    return recordShown;
  }

  async function work(): Promise<boolean> {
    try {
      await records.refresh();
      await budgets.ready;
      if (current.value) await whenRecordShown();
      const more = await store.advance(current.value, newestFirst.value, records.session.value?.pageLoads ?? []);
      readError.value = null;
      settled.value = !more && records.session.value !== null;
      if (more) quiet.restart();
      return more;
    } catch (error) {
      readError.value = error instanceof Error ? error.message : String(error);
      return false;
    }
  }

  const loop = createUpdateLoop(work, clock);
  const quiet = createTimer(AFTER_QUIET_MS, () => {
    if (current.value?.state !== 'open') return;
    store.outdate(current.value.pageLoadId);
    request();
  });

  const lost = createTimer(LOST_AFTER_MS, () => {
    connection.value = 'lost';
  });

  function restored(): void {
    lost.stop();
    connection.value = 'live';
  }

  function request(): void {
    settled.value = false;
    loop.request();
  }

  const unsubscribe = source.subscribe({
    onSession(sessionId) {
      restored();
      records.noteSession(sessionId);
      request();
    },
    onChanged(pageLoadId) {
      records.noteChanged(pageLoadId);
      request();
    },
    onStoreStates(states) {
      storeStates.value = states;
    },
    onRecording(told) {
      recording.value = told;
    },
    onLost: lost.restart,
    onRestored: restored,
  });
  const stops = [
    unsubscribe,
    loop.stop,
    quiet.stop,
    lost.stop,
    effect(() => {
      const id = currentId.value;
      if (id === null) return;
      // What is looked at is not the next to go; that it could not be noted is no trouble to speak of.
      void whenRecordShown().then(() => source.storage?.noteUse(id).catch(() => {}));
    }),
    effect(() => keeper.save(formatLocation(location.value))),
    effect(() => {
      const { sessionId } = location.value;
      if (untracked(() => records.show(sessionId))) request();
    }),
    effect(() => {
      if (current.value && terms.value) request();
    }),
    effect(() => {
      if (relativeMetrics(budgets.budgets.value).length === 0 || origin.value === null) return;
      source.readSamples?.(origin.value).then(
        (read) => {
          samples.value = read;
        },
        (error: unknown) => {
          readError.value = error instanceof Error ? error.message : String(error);
        },
      );
    }),
  ];
  keeper.onChange((text) => {
    location.value = parseLocation(text);
  });

  function updateLocation(change: Partial<PanelLocation>): void {
    location.value = { ...location.value, ...change };
  }

  return {
    source,
    budgets,
    terms,
    memory,
    cacheStatistics: analyst.statistics,
    analyses: store.analyses,
    connection,
    recording,
    storeStates,
    readError,
    settled,
    session: records.session,
    choices: newestFirst,
    current,
    isLive,
    figures: computed(() => store.figuresOf(current.value)),
    summaries: store.summaries,
    location,
    scrollPositions: new Map(),
    rooms: new Map(),
    updateLocation,
    pickPageLoad: (pageLoadId) => updateLocation({ pageLoadId: pick(pageLoadId, newestFirst.value) }),
    openPageLoad({ sessionId, pageLoadId }) {
      const isOwn = sessionId === records.told.value;
      const picked = isOwn ? pick(pageLoadId, newestFirst.value) : pageLoadId;
      updateLocation({ view: 'overview', sessionId: isOwn ? null : sessionId, pageLoadId: picked });
    },
    followLatest: () => updateLocation({ sessionId: null, pageLoadId: null }),
    retry: request,
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
