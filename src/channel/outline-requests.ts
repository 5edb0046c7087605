import type { OutlineResult, OutlineTarget } from '../model/outline.ts';
import type { OutlinedMessage, OutlineRequest } from './panel-messages.ts';

/** Has elements outlined in the page of the watched tab. */
export interface OutlineRequests {
  /**
   * Outlines these elements in place of those that are, or none. Resolves with what became of it; with null for none, and when
   * something else was asked for meanwhile.
   */
  outline(target: OutlineTarget | null): Promise<OutlineResult | null>;
  /** A new connection: outlines end with the old one, so what is asked for now is asked again. */
  onConnect(): void;
  onOutlined(message: OutlinedMessage): void;
}

export function createOutlineRequests(post: (message: OutlineRequest) => boolean): OutlineRequests {
  let latest: OutlineRequest = { type: 'outline', request: 0, target: null };
  let settle: (result: OutlineResult | null) => void = () => {};

  return {
    outline(target) {
      settle(null);
      latest = { type: 'outline', request: latest.request + 1, target };
      // With no connection nothing is outlined, and the next one asks.
      post(latest);
      if (target === null) return Promise.resolve(null);
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
    onConnect() {
      if (latest.target !== null) post(latest);
    },
    onOutlined({ request, result }) {
      if (request === latest.request) settle(result);
    },
  };
}
