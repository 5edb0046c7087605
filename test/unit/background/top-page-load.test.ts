import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentIdentity } from '../../../src/background/identity.ts';

const HOST = 'shop.example';

/** The session area of the browser, which outlives the worker. */
let session: Record<string, unknown>;

/** A worker's life: what its modules kept in memory ends with it. */
async function aWorker() {
  vi.resetModules();
  vi.doMock('webextension-polyfill', () => ({
    default: {
      storage: {
        session: {
          get: async (key: string) => ({ [key]: session[key] }),
          set: async (items: object) => void Object.assign(session, items),
        },
      },
    },
  }));
  const { topPageLoadIdOf } = await import('../../../src/background/top-page-load.ts');
  const hello = (pageLoadId: string, frameId: number, { tabId = 7, host = HOST } = {}) => {
    const identity: DocumentIdentity = { documentId: pageLoadId, tabId, frameId, origin: '', url: '' };
    return topPageLoadIdOf(pageLoadId, identity, host);
  };
  return { hello };
}

beforeEach(() => {
  session = {};
});

describe('the top page load', () => {
  it('is its own for a top document, and that of the tab for a frame', async () => {
    const { hello } = await aWorker();
    expect(await hello('other-tab', 0, { tabId: 8 })).toBe('other-tab');
    expect(await hello('top', 0)).toBe('top');
    expect(await hello('frame', 5)).toBe('top');
  });

  it('is known to the worker that comes next', async () => {
    await (await aWorker()).hello('top', 0);
    expect(await (await aWorker()).hello('frame', 5)).toBe('top');
  });

  it('is the page that came back from bfcache', async () => {
    const { hello } = await aWorker();
    await hello('first', 0);
    await hello('second', 0);
    await hello('first', 0);
    expect(await hello('frame', 5)).toBe('first');
  });

  it('is the frame itself when nobody recorded the top document', async () => {
    const { hello } = await aWorker();
    expect(await hello('orphan', 5)).toBe('orphan');
    await hello('top', 0);
    expect(await hello('frame-elsewhere', 5, { host: 'paused.example' })).toBe('frame-elsewhere');
  });
});
