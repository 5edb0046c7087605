import type { TestBrowser } from '../../e2e/support/extension.ts';
import { workerSession } from './live-collectors.ts';

/** Code put into the service worker that runs now, which stays awake until it is let go. */
export interface WorkerHook {
  /** Evaluates an expression there; its value must be JSON. */
  read<T>(expression: string): Promise<T>;
  letGo(): Promise<void>;
}

/** Runs `script` in the service worker. @throws Error what the script threw. */
export async function hookWorker(chromium: TestBrowser, script: string): Promise<WorkerHook> {
  const session = await workerSession(chromium);
  async function evaluate(expression: string): Promise<string> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return String(result.value);
  }
  await evaluate(`${script}; undefined`);
  return {
    // The protocol's own way of returning lists by value gives nulls for their objects.
    read: async <T>(expression: string) => JSON.parse(await evaluate(`JSON.stringify((${expression}))`)) as T,
    letGo: () => session.detach(),
  };
}
