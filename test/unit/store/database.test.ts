import 'fake-indexeddb/auto';

import { expect, it } from 'vitest';
import { superviseDatabase, withDatabase } from '../../../src/store/database.ts';

/** Has the next openings of the database end as Chromium ends them while it clears a database: aborted. */
function abortOpenings(count: number): () => number {
  const open = indexedDB.open.bind(indexedDB);
  let openings = 0;
  indexedDB.open = (...args) => {
    openings += 1;
    const request = open(...args);
    if (openings <= count) request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    return request;
  };
  return () => openings;
}

it('opens a database again whose opening was aborted while the browser cleared it, before anybody hears of it', async () => {
  const openings = abortOpenings(2);
  let prepared = 0;
  superviseDatabase({
    async prepare() {
      prepared += 1;
    },
  });
  expect(await withDatabase((database) => database.count('pageLoads'))).toBe(0);
  expect(openings()).toBe(3);
  expect(prepared).toBe(1);
});
