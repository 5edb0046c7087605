import '../support/fake-browser.ts';

import { beforeEach, describe, expect, it } from 'vitest';
import type { Budget } from '../../../src/model/budget.ts';
import { DEFAULT_CACHE_LIMITS } from '../../../src/model/cache.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/model/settings.ts';
import { onSettingsChange, readSettings, writeSettings } from '../../../src/store/settings.ts';
import { fakeBrowser } from '../support/fake-browser.ts';

const { local } = fakeBrowser.storage;

const BUDGET: Budget = {
  name: 'Shop',
  match: ['/a', '/b'],
  firstParty: ['*.shop.example'],
  baseline: { last: 5, percentile: 75 },
  limits: [{ metric: 'LCP', warn: 0.1, error: 0.2, relativeTo: 'baseline' }],
};

beforeEach(() => local.clear());

describe('the settings', () => {
  it('are the defaults until something is chosen', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('keep what is not written', async () => {
    await writeSettings({ record: 'listed', listed: ['shop.example'] });
    await writeSettings({ scriptErrors: true });
    expect(await readSettings()).toEqual({
      record: 'listed',
      listed: ['shop.example'],
      paused: [],
      scriptErrors: true,
      budgets: null,
      cacheLimits: DEFAULT_CACHE_LIMITS,
    });
  });

  it.each([
    ['record', 'sometimes', 'all'],
    ['record', 7, 'all'],
    ['listed', 'shop.example', []],
    ['listed', ['shop.example', 'https://no/', null, 'shop.example'], ['shop.example']],
    ['paused', { 0: 'shop.example' }, []],
    ['scriptErrors', 'yes', false],
    ['budgets', 'none', null],
    ['budgets', [], []],
    ['budgets', [BUDGET, null, { ...BUDGET, match: [] }, { name: 'no limits', match: '*' }], [BUDGET]],
    [
      'budgets',
      [
        {
          ...BUDGET,
          exclude: [7, '/a'],
          baseline: { last: 0, percentile: 50 },
          limits: [{ metric: 'LCP', warn: 'x' }],
        },
      ],
      [{ name: 'Shop', match: ['/a', '/b'], exclude: ['/a'], firstParty: ['*.shop.example'], limits: [] }],
    ],
    ['cacheLimits', null, DEFAULT_CACHE_LIMITS],
    [
      'cacheLimits',
      { maxBytes: 5e6, maxPageLoads: 0, maxAgeMs: 'for ever', more: 1 },
      { ...DEFAULT_CACHE_LIMITS, maxBytes: 5e6 },
    ],
  ] as const)('fall back one by one: %s stored as %j', async (name, stored, read) => {
    await writeSettings({ record: 'devtools', listed: ['a.example'], paused: ['b.example'], scriptErrors: true });
    await local.set({ [`settings/${name}`]: stored });
    expect(await readSettings()).toEqual({
      record: 'devtools',
      listed: ['a.example'],
      paused: ['b.example'],
      scriptErrors: true,
      budgets: null,
      cacheLimits: DEFAULT_CACHE_LIMITS,
      [name]: read,
    });
  });

  it('hold 50 budgets of 200 limits at most', async () => {
    const limits = Array.from({ length: 300 }, () => ({ metric: 'LCP', error: 1 }));
    await local.set({ 'settings/budgets': Array.from({ length: 60 }, () => ({ ...BUDGET, limits })) });
    const { budgets } = await readSettings();
    expect(budgets).toHaveLength(50);
    expect(budgets?.[0]?.limits).toHaveLength(200);
  });

  it('tell of a change with what was before, and of nothing else in the same storage', async () => {
    await writeSettings({ paused: ['a.example'] });
    const heard: [Settings, Settings][] = [];
    const end = onSettingsChange((now, before) => heard.push([now, before]));
    await local.set({ 'ob/some-page-load': {} });
    await writeSettings({ paused: ['a.example', 'b.example'] });
    await expect.poll(() => heard.length).toBe(1);
    expect(heard[0]?.map(({ paused }) => paused)).toEqual([['a.example', 'b.example'], ['a.example']]);
    end();
    await writeSettings({ paused: [] });
    expect(heard).toHaveLength(1);
  });
});
