import type { SessionSource } from '../session-source.ts';

/** The `subscribe` of a source whose session is there and never changes. */
export function tellSession(sessionId: string): SessionSource['subscribe'] {
  return (listeners) => {
    let isHeard = true;
    queueMicrotask(() => {
      if (isHeard) listeners.onSession(sessionId);
    });
    return () => {
      isHeard = false;
    };
  };
}
