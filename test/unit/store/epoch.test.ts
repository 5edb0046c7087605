import 'fake-indexeddb/auto';
import '../support/fake-browser.ts';

import { beforeEach, describe, expect, it } from 'vitest';
import { withDatabase } from '../../../src/store/database.ts';
import { checkEpoch, forgetLoss, readLoss } from '../../../src/store/epoch.ts';
import { fakeBrowser } from '../support/fake-browser.ts';

const check = (corrupted = false) =>
  withDatabase((database) => checkEpoch(database, corrupted ? 'corrupted' : 'emptied'));
const empty = () => withDatabase((database) => database.clear('meta'));

beforeEach(async () => {
  fakeBrowser.storage.local.clear();
  fakeBrowser.extension.inIncognitoContext = false;
  await empty();
});

describe('the id of the database', () => {
  it('is made once, and is no loss the first time', async () => {
    const first = await check();
    expect(first.loss).toBeNull();
    expect(await check()).toEqual({ epoch: first.epoch, loss: null });
    expect(await readLoss()).toBeNull();
  });

  it('is another after the database was emptied, which is remembered until it was read', async () => {
    const first = await check();
    await empty();
    const second = await check();
    expect(second.loss).toBe('emptied');
    expect(second.epoch).not.toBe(first.epoch);
    expect(await check()).toEqual({ epoch: second.epoch, loss: null });
    expect(await readLoss()).toMatchObject({ kind: 'emptied' });
    await forgetLoss();
    expect(await readLoss()).toBeNull();
  });

  it('tells a database that the browser threw away', async () => {
    await check();
    await empty();
    expect((await check(true)).loss).toBe('corrupted');
  });

  it('takes the id of a database whose other record is gone', async () => {
    const { epoch } = await check();
    fakeBrowser.storage.local.clear();
    expect(await check()).toEqual({ epoch, loss: null });
  });

  it('leaves that of the database on disk alone in a private window', async () => {
    const { epoch } = await check();
    fakeBrowser.extension.inIncognitoContext = true;
    await empty();
    expect((await check()).loss).toBeNull();
    const kept = await fakeBrowser.storage.local.get(null);
    expect(Object.values(kept)).toEqual([epoch]);
  });
});
