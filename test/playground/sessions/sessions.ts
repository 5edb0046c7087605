import type { RecordingState } from '../../../src/model/recording.ts';
import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import type { SessionSource } from '../../../src/panel/session-source.ts';
import { createRecordedSource } from '../recorded-source.ts';
import { createStreamingSource, everyMs, whenTold } from '../streaming-source.ts';
import { createUnreliableSource } from '../unreliable-source.ts';
import { busySession } from './busy.ts';
import { firefoxSession } from './firefox.ts';
import { growingSession } from './growing.ts';
import { historySession } from './history.ts';
import { hostileSession } from './hostile.ts';
import { manyResources } from './many.ts';
import { shopSession } from './shop.ts';

const RECORDED = import.meta.glob<readonly PageSnapshot[]>(
  // Databases of older versions are no sessions.
  ['../../fixtures/recorded/*.json', '!**/database-*.json'],
  { import: 'default' },
);

const BUILT: Readonly<Record<string, () => SessionSource>> = {
  shop: () => createRecordedSource(shopSession()),
  busy: () => createRecordedSource(busySession()),
  empty: () => createRecordedSource([]),
  many: () => createRecordedSource([manyResources(20_000)]),
  firefox: () => createRecordedSource(firefoxSession()),
  few: () => historySession(7),
  stored: () => historySession(150),
  'stored-2000': () => historySession(2000),
  'many-sessions': () => historySession(150, 1),
  hostile: () => createRecordedSource(hostileSession()),
  streaming: () => createStreamingSource(manyResources(20_000), 100, everyMs(100)),
  growing: () => growingSession(everyMs(120)),
  'growing-when-told': () => growingSession(whenTold),
  unreadable: () => ({
    ...createRecordedSource([]),
    listPageLoads: () => Promise.reject(new Error('IndexedDB is not available in this window.')),
  }),
  unreliable: () => createUnreliableSource(historySession(7)),
  lost: () => ({
    ...createRecordedSource(shopSession()),
    subscribe(listeners) {
      listeners.onSession('session-1');
      listeners.onStoreStates([
        {
          kind: 'limited',
          message: 'The disk is full: new entries wait in their pages. Free disk space or delete page loads.',
        },
      ]);
      const timer = setTimeout(listeners.onLost, 500);
      return () => clearTimeout(timer);
    },
  }),
  paused: () => withRecording(shopSession(), 'paused'),
  'not-listed': () => withRecording([], 'not-listed'),
  'no-access': () => withRecording([], 'no-access'),
  loading: () => ({ ...createRecordedSource([]), listPageLoads: () => new Promise(() => {}) }),
};

/** A session of a tab whose page is not recorded now, until its notice is answered. */
function withRecording(snapshots: readonly PageSnapshot[], state: RecordingState): SessionSource {
  const source = createRecordedSource(snapshots);
  const origin = state === 'no-access' ? null : 'https://shop.example';
  let answered = () => {};
  return {
    ...source,
    subscribe(listeners) {
      listeners.onRecording?.({ state, origin, isPrivate: false });
      answered = () => listeners.onRecording?.({ state: 'recording', origin, isPrivate: false });
      return source.subscribe(listeners);
    },
    record: async () => answered(),
  };
}

const fileNames = Object.keys(RECORDED).map((path) => path.replace(/^.*\/|\.json$/g, ''));

/** What the picker offers: sessions made by builders, then recorded files. */
export const SESSION_NAMES: readonly string[] = [...Object.keys(BUILT), ...fileNames];

/** Opens a session by its name; an unknown name opens the first. */
export async function openSession(name: string): Promise<SessionSource> {
  const recorded = RECORDED[`../../fixtures/recorded/${name}.json`];
  if (recorded) return createRecordedSource(await recorded());
  const build = BUILT[name] ?? BUILT.shop;
  if (!build) throw new Error(`There is no session ${name}: pick one of ${SESSION_NAMES.join(', ')}.`);
  return build();
}
