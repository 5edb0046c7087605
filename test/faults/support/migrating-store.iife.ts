// Runs in a page of an extension: brings an older database to the present version with the store's own code, and tells how far it is.
import { withDatabase } from '../../../src/store/database.ts';

const migratingStore = {
  /** The upgrade transaction runs. */
  begun: false,
  /** It is complete. */
  ended: false,
  async begin(): Promise<void> {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...args) => {
      const request = open(...args);
      request.addEventListener('upgradeneeded', () => {
        migratingStore.begun = true;
      });
      return request;
    };
    await withDatabase(async () => {});
    migratingStore.begun = true;
    migratingStore.ended = true;
  },
};

Object.assign(globalThis, { migratingStore });
