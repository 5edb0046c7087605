/** The browser's clock as the loop needs it; a test brings its own. */
export interface FrameClock {
  now(): number;
  /** Calls back after the task at hand, or when the document is shown while it is hidden. */
  soon(callback: () => void): void;
  /** Calls back in the next animation frame, or when the document is shown again while it is hidden. */
  onNextFrame(callback: () => void): void;
  after(ms: number, callback: () => void): void;
}

export interface UpdateLoop {
  /** Asks for one more run. Any number of requests before it starts are one. */
  request(): void;
  stop(): void;
}

/**
 * After a run that took t, the panel rests for this many t: it shares the machine with the page that it watches, so at most a
 * fifth of the time is ours while entries stream in.
 */
const REST_RATIO = 4;

/**
 * Runs `work` at most once an animation frame, the first time at once, never twice at the same time and never while the document
 * is hidden. `work` answers whether there is more to do and does not throw.
 */
export function createUpdateLoop(work: () => Promise<boolean>, clock: FrameClock = browserClock): UpdateLoop {
  let wanted = false;
  let busy = false;
  let begun = false;
  let stopped = false;

  async function run(): Promise<void> {
    if (stopped) return;
    wanted = false;
    const start = clock.now();
    const more = await work();
    wanted ||= more;
    clock.after((clock.now() - start) * REST_RATIO, () => {
      busy = false;
      if (wanted) schedule();
    });
  }

  function schedule(): void {
    if (busy || stopped) return;
    busy = true;
    // Nothing is shown yet that a frame's time could be taken from.
    const wait = begun ? clock.onNextFrame : clock.soon;
    begun = true;
    wait(() => void run());
  }

  return {
    request() {
      wanted = true;
      schedule();
    },
    stop() {
      stopped = true;
    },
  };
}

/** Resolves when what was just changed is on the screen: the next frame, which paints it, is over when the one after it begins. */
export function painted({ onNextFrame }: FrameClock = browserClock): Promise<void> {
  return new Promise((resolve) => onNextFrame(() => onNextFrame(resolve)));
}

export const browserClock: FrameClock = {
  now: () => performance.now(),
  soon: (callback) => whenShown(() => queueMicrotask(callback)),
  onNextFrame: (callback) => whenShown(() => void requestAnimationFrame(callback)),
  after: (ms, callback) => void setTimeout(callback, ms),
};

function whenShown(callback: () => void): void {
  if (!document.hidden) callback();
  else document.addEventListener('visibilitychange', () => whenShown(callback), { once: true });
}
