import type { Milliseconds } from '../../model/units.ts';

export interface Timer {
  /** Calls back once, this long after the last restart. */
  restart(): void;
  stop(): void;
}

export function createTimer(delay: Milliseconds, callback: () => void): Timer {
  let handle: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(handle);
  return {
    restart() {
      stop();
      handle = setTimeout(callback, delay);
    },
    stop,
  };
}
