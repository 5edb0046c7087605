import type { ReadMessage, ReadResultMessage, StoreQuery } from './panel-messages.ts';

/** Questions to the background's store that are under way. */
export interface Queries {
  ask(query: StoreQuery): Promise<unknown>;
  answered(result: ReadResultMessage): void;
  /** A new connection stands: what was asked on the old one is asked again. */
  askAgain(post: (message: unknown) => unknown): void;
}

/** `post` sends a message; when it cannot, the next connection does. */
export function createQueries(post: (message: unknown) => unknown): Queries {
  const waiting = new Map<
    number,
    { readonly message: ReadMessage; readonly settle: (result: ReadResultMessage) => void }
  >();
  let count = 0;
  return {
    ask(query) {
      count += 1;
      const message: ReadMessage = { type: 'read', id: count, query };
      return new Promise((resolve, reject) => {
        waiting.set(message.id, {
          message,
          settle: ({ value, error }) => (error === undefined ? resolve(value) : reject(new Error(error))),
        });
        post(message);
      });
    },
    answered(result) {
      waiting.get(result.id)?.settle(result);
      waiting.delete(result.id);
    },
    askAgain(send) {
      for (const { message } of waiting.values()) send(message);
    },
  };
}
