import type { TestBrowser } from '../../e2e/support/extension.ts';
import { workerSession } from './live-collectors.ts';

/** What goes wrong in the background. */
export interface WorkerWatch {
  /** Errors and rejections that it does not catch. */
  readonly errors: readonly string[];
  /** When the database first refused something, in epoch ms; null while it did not. */
  firstRefusal(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Notes what the database refuses, beside the background's own listeners. */
const NOTE_REFUSALS = `
  globalThis.refusedAt = null;
  const note = () => { refusedAt ??= Date.now(); };
  const table = IDBTransaction.prototype.objectStore;
  IDBTransaction.prototype.objectStore = function (...args) {
    this.addEventListener('abort', note);
    this.addEventListener('error', note);
    return table.apply(this, args);
  };`;

/** Watches the worker that runs now, and keeps it awake meanwhile. */
export async function watchWorker(chromium: TestBrowser): Promise<WorkerWatch> {
  const errors: string[] = [];
  const session = await workerSession(chromium);
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.evaluate', { expression: NOTE_REFUSALS });
  return {
    errors,
    async firstRefusal() {
      const { result } = await session.send('Runtime.evaluate', { expression: 'refusedAt', returnByValue: true });
      return typeof result.value === 'number' ? result.value : null;
    },
    stop: () => session.detach(),
  };
}
