import type { SessionSource } from '../../src/panel/session-source.ts';

/** A source whose store cannot be read from the event `disk-away` of the window on, until the first click after `disk-back`. */
export function createUnreliableSource(source: SessionSource): SessionSource {
  let isAway = false;
  const unlessAway =
    <A extends readonly unknown[], R>(read: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (isAway) throw new Error('The disk is away.');
      return read(...args);
    };
  const { storage } = source;
  return {
    ...source,
    listPageLoads: unlessAway(source.listPageLoads),
    ...(storage && {
      storage: {
        ...storage,
        statistics: unlessAway(storage.statistics),
        listPageLoadKeys: unlessAway(storage.listPageLoadKeys),
      },
    }),
    subscribe(listeners) {
      let told = '';
      const stop = source.subscribe({
        ...listeners,
        onSession(sessionId) {
          told = sessionId;
          listeners.onSession(sessionId);
        },
      });
      addEventListener('disk-away', () => {
        isAway = true;
        // As after a reconnection: all is to be read anew.
        listeners.onSession(told);
      });
      addEventListener('disk-back', () => {
        const back = () => {
          isAway = false;
        };
        addEventListener('click', back, { capture: true, once: true });
      });
      return stop;
    },
  };
}
