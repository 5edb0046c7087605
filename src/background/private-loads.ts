import browser from 'webextension-polyfill';
import { createMemoryStore } from '../store/memory-store.ts';
import type { PageLoadStore } from '../store/page-load-store.ts';

/** Firefox suspends an idle background after 30 s, and its memory goes with it; a call of its API counts as work. */
const AWAKE_EVERY_MS = 20_000;

/** Page loads of private windows, where the background is shared with the others (Firefox): in memory, never on the disk. */
export interface PrivateLoads extends PageLoadStore {
  /** Names this life of the background: what another one had is gone, and the ledgers of open pages tell so. */
  epoch(): string;
  isLimited(): boolean;
}

/** Kept until the last private window is closed. */
export function createPrivateLoads(): PrivateLoads {
  const epoch = crypto.randomUUID();
  const memory = createMemoryStore({ epoch, limited: false });
  let awake: ReturnType<typeof setInterval> | undefined;

  function stayAwake(): void {
    if (awake !== undefined) return;
    awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_EVERY_MS);
    browser.windows.onRemoved.addListener(onWindowClosed);
  }

  async function onWindowClosed(): Promise<void> {
    const windows = await browser.windows.getAll();
    if (windows.some(({ incognito }) => incognito)) return;
    memory.remove(memory.all().map(({ record }) => record.pageLoadId));
    browser.windows.onRemoved.removeListener(onWindowClosed);
    clearInterval(awake);
    awake = undefined;
  }

  return {
    ...memory,
    epoch: () => epoch,
    isLimited: () => false,
    async commit(decisions) {
      stayAwake();
      await memory.commit(decisions);
    },
  };
}
