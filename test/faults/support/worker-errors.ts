import type { TestBrowser } from '../../e2e/support/extension.ts';
import { workerSession } from './live-collectors.ts';

/** What goes wrong in the background. */
export interface WorkerWatch {
  /** Errors and rejections that it does not catch. */
  readonly errors: readonly string[];
  /** When its first transaction was aborted for want of room, in epoch ms; null while none was. */
  firstRefusal(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Notes aborted transactions beside the background's own listeners. */
const NOTE_ABORTS = `
  globalThis.refusedAt = null;
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const transaction = begin.apply(this, args);
    transaction.addEventListener('abort', () => {
      if (transaction.error?.name === 'QuotaExceededError' || /NO_SPACE|blobs/.test(transaction.error?.message)) refusedAt ??= Date.now();
    });
    return transaction;
  };`;

/** Watches the worker that runs now, and keeps it awake meanwhile. */
export async function watchWorker(chromium: TestBrowser): Promise<WorkerWatch> {
  const errors: string[] = [];
  const session = await workerSession(chromium);
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.evaluate', { expression: NOTE_ABORTS });
  return {
    errors,
    async firstRefusal() {
      const { result } = await session.send('Runtime.evaluate', { expression: 'refusedAt', returnByValue: true });
      return typeof result.value === 'number' ? result.value : null;
    },
    stop: () => session.detach(),
  };
}
