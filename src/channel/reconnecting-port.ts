import type { Runtime } from 'webextension-polyfill';
import { acknowledgeDisconnect, connect } from './runtime.ts';

const FIRST_BACKOFF_MS = 100;
const LAST_BACKOFF_MS = 5000;

/** What the owner of a port wants to know. */
export interface PortListeners {
  /** A new port stands; the other end knows nothing yet. `post` is that of the port (see there). */
  onConnect(post: (message: unknown) => boolean): void;
  onMessage(message: unknown): void;
  /** The port is gone; another is on its way if it is wanted. */
  onDisconnect?(): void;
  /** Whether to connect again at once when a port ended, or only when there is something to post. Always, unless told. */
  wanted?(): boolean;
  /** The extension was updated or removed: there is nobody to talk to, ever. */
  onOrphan?(): void;
}

/** A port that comes back. Only `schedule` connects, so that two paths never race to a double stream. */
export interface ReconnectingPort {
  /** Posts to the live port; false when there is none or it refused. Where none was wanted any more, it opens one. */
  post(message: unknown): boolean;
  /** The other end answered sensibly: the next failure starts again from the shortest wait. */
  healthy(): void;
  /** Throws the port away and connects anew at once (after bfcache, or when acknowledgements stay out). */
  restart(): void;
  /** Ends it for good. */
  close(): void;
}

/**
 * Opens a port named `name` and keeps one open while it is wanted: full-jitter backoff from 100 ms to 5 s, one generation alive
 * at a time.
 */
export function openReconnectingPort(name: string, listeners: PortListeners): ReconnectingPort {
  let port: Runtime.Port | null = null;
  let generation = 0;
  let backoff = FIRST_BACKOFF_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function schedule(delay: number): void {
    if (closed) return;
    clearTimeout(timer);
    if (delay === 0) open();
    else timer = setTimeout(open, delay);
  }

  function open(): void {
    timer = undefined;
    drop();
    const mine = generation;
    let opened: Runtime.Port;
    try {
      opened = connect(name);
    } catch {
      close();
      listeners.onOrphan?.();
      return;
    }
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      if (mine === generation) listeners.onMessage(message);
    });
    opened.onDisconnect.addListener(() => {
      acknowledgeDisconnect();
      if (mine !== generation) return;
      drop();
      listeners.onDisconnect?.();
      if (listeners.wanted?.() === false) return;
      schedule(Math.random() * backoff);
      backoff = Math.min(backoff * 2, LAST_BACKOFF_MS);
    });
    listeners.onConnect(post);
  }

  function post(message: unknown): boolean {
    if (!port) {
      if (timer === undefined) schedule(0);
      return false;
    }
    try {
      port.postMessage(message);
      return true;
    } catch {
      return false;
    }
  }

  function drop(): void {
    generation += 1;
    const old = port;
    port = null;
    try {
      old?.disconnect();
    } catch {
      // Already gone.
    }
  }

  function close(): void {
    closed = true;
    clearTimeout(timer);
    drop();
  }

  schedule(0);
  return {
    post,
    healthy() {
      backoff = FIRST_BACKOFF_MS;
    },
    restart() {
      schedule(0);
    },
    close,
  };
}
