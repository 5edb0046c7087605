import { expect, test, vi } from 'vitest';
import { openSession, SESSION_NAMES } from '../../playground/sessions/sessions.ts';

/** Of these it is shown that they cannot be read, or are being read for ever. */
const UNREAD = ['unreadable', 'loading'];

// Some are driven by events of the page's window.
const window = new EventTarget();
vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));

test.each(SESSION_NAMES.filter((name) => !UNREAD.includes(name)))(
  'the session %s of the picker is one',
  async (name) => {
    const source = await openSession(name);
    const sessionId = await new Promise<string>((resolve) => {
      const stop = source.subscribe({
        onSession(id) {
          resolve(id);
          stop?.();
        },
        onChanged() {},
        onLost() {},
        onRestored() {},
        onStoreStates() {},
      });
    });
    const pageLoads = await source.listPageLoads(sessionId);
    expect(new Set(pageLoads.map((load) => load.sessionId)).size).toBe(pageLoads.length > 0 ? 1 : 0);
  },
);
