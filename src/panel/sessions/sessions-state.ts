import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type AnalysisMemo, createAnalysisMemo } from '../../analysis/analysis-memo.ts';
import type { PageLoadFacts } from '../../analysis/history/page-load-facts.ts';
import type { PanelState } from '../state/panel-state.ts';
import type { SessionsLocation } from '../state/sessions-location.ts';
import { type StoreChanges, storeChangesOf } from '../storage/store-changes.ts';
import { createPageLoadList, type PageLoadList } from './page-load-list.ts';
import { type LoadRow, type SessionsRow, sessionRows } from './session-rows.ts';

/** Analyses of page loads that were compared: the last pairs that one goes back and forth between. */
const COMPARED = 6;

/** What the sessions view shows and what was chosen in it. */
export interface SessionsState {
  readonly list: PageLoadList;
  /** Null where nothing can be changed: a session from a file. */
  readonly changes: StoreChanges | null;
  readonly location: ReadonlySignal<SessionsLocation>;
  readonly rows: ReadonlySignal<readonly SessionsRow[]>;
  /** The row that keys act on. */
  readonly cursor: Signal<string | null>;
  /** Rows that were chosen and are still in the list. */
  readonly chosen: ReadonlySignal<readonly LoadRow[]>;
  /** Their page loads. */
  readonly chosenLoads: ReadonlySignal<readonly PageLoadFacts[]>;
  /** Analyses of page loads by themselves, without those before them. */
  readonly compared: AnalysisMemo;
  /** Chooses these rows alone. */
  choose(keys: readonly string[]): void;
  /** Chooses rows beside the others; if all of them are chosen, lets go of them. */
  toggle(keys: readonly string[]): void;
  update(change: Partial<SessionsLocation>): void;
}

const states = new WeakMap<PanelState, SessionsState>();

/** The state of the view in a panel: what was compared and where the cursor was outlives a look at another view. */
export function sessionsStateOf(panel: PanelState): SessionsState {
  const state = states.get(panel) ?? createSessionsState(panel);
  states.set(panel, state);
  return state;
}

function createSessionsState({ source, session, location, updateLocation }: PanelState): SessionsState {
  const list = createPageLoadList(
    source,
    computed(() => session.value?.pageLoads ?? []),
  );
  const own = computed(() => location.value.sessions);
  const find = computed(() => own.value.find);
  const isGrouped = computed(() => own.value.isGrouped);
  const rows = computed(() => sessionRows(list.loads.value, { find: find.value, isGrouped: isGrouped.value }));
  const keys = computed<ReadonlySet<string>>(() => new Set(own.value.chosen));
  const chosen = computed(() =>
    rows.value.filter((row): row is LoadRow => row.kind !== 'session' && keys.value.has(row.key)),
  );
  const update = (change: Partial<SessionsLocation>) => updateLocation({ sessions: { ...own.peek(), ...change } });
  return {
    list,
    changes: source.storage ? storeChangesOf(source.storage) : null,
    location: own,
    rows,
    cursor: signal<string | null>(null),
    chosen,
    chosenLoads: computed(() => [...new Set(chosen.value.map(({ load }) => load))]),
    compared: createAnalysisMemo(COMPARED),
    choose: (chosenKeys) => update({ chosen: chosenKeys }),
    toggle(toggled) {
      const next = new Set(keys.peek());
      const isOff = toggled.every((key) => next.has(key));
      for (const key of toggled) {
        if (isOff) next.delete(key);
        else next.add(key);
      }
      update({ chosen: [...next] });
    },
    update,
  };
}
