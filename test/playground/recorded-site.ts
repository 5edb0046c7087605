import { signal } from '@preact/signals';
import type { RecordingState, TabRecording } from '../../src/model/recording.ts';
import type { SessionSource } from '../../src/panel/session-source.ts';
import type { Forgotten, SiteState } from '../../src/popup/site-state.ts';

const ORIGIN = 'https://shop.example';

/** The site of a recorded session: it is paused, listed and forgotten until the page is loaded again. */
export function createRecordedSite(source: SessionSource): SiteState {
  const recording = signal<TabRecording | null>({ state: 'recording', origin: ORIGIN, isPrivate: false });
  const forgotten = signal<Forgotten | null>(null);
  let pageLoads = 0;
  source.subscribe({
    async onSession(sessionId) {
      // Of what cannot be read nothing is known to forget.
      pageLoads = await source.listPageLoads(sessionId).then(
        ({ length }) => length,
        () => 0,
      );
    },
    onChanged() {},
    onStoreStates() {},
    onLost() {},
    onRestored() {},
    onRecording(told) {
      recording.value = told;
    },
  });
  const become = (state: RecordingState) => async () => {
    if (recording.value) recording.value = { ...recording.value, state };
  };
  return {
    recording,
    forgotten,
    pause: become('paused'),
    resume: become('recording'),
    list: become('recording'),
    count: async () => pageLoads,
    forget(origin) {
      forgotten.value = { origin, pageLoads };
    },
  };
}
