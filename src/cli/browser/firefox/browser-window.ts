import type { Json } from '../../../model/json.ts';
import type { Bidi, BidiResult } from './bidi.ts';

/** Firefox's own window, in which privileged code can run: `launchFirefox` has it allow that. */
export interface BrowserWindow {
  /**
   * Calls an async function there, given as text since it uses globals of Firefox that no page has. JSON in, JSON out.
   * Rejects with what it threw.
   */
  call(script: string, ...args: readonly Json[]): Promise<Json>;
}

export async function browserWindow(bidi: Bidi): Promise<BrowserWindow> {
  const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const [context] = contexts as readonly { readonly context: string }[];
  return {
    async call(script, ...args) {
      const answer = await bidi.send('script.callFunction', {
        functionDeclaration: `async (args) => JSON.stringify((await (${script})(...JSON.parse(args))) ?? null)`,
        target: { context: context?.context },
        awaitPromise: true,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
      });
      if (answer.type !== 'success') {
        const { text } = answer.exceptionDetails as { readonly text: string };
        throw new Error(`Firefox's window: ${text}`);
      }
      return JSON.parse(String((answer.result as BidiResult).value)) as Json;
    },
  };
}
