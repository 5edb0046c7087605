import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadHostNames } from '../../../../src/panel/host-names.ts';
import type { LocationKeeper } from '../../../../src/panel/location-keeper.ts';
import { createPanelState, type PanelState } from '../../../../src/panel/state/panel-state.ts';
import type { FrameClock } from '../../../../src/panel/state/update-loop.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';
import { navigationEntry, resourceEntry } from '../../../fixtures/builders/resource-entries.ts';
import { createGrowingSource } from '../growing-source.ts';

const CLOCK: FrameClock = {
  now: () => 0,
  soon: (callback) => void setImmediate(callback),
  onNextFrame: (callback) => void setImmediate(callback),
  after: (_, callback) => void setImmediate(callback),
};

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(async () => {
  await import('../../../../src/panel/analysis/local-analyst.ts');
  await loadHostNames();
}, 30_000);

let opened: PanelState | undefined;
afterEach(() => opened?.dispose());

function open(source = createGrowingSource(), kept = '', clock = CLOCK) {
  const saved: string[] = [];
  const keeper: LocationKeeper = { load: () => kept, save: (text) => void saved.push(text), onChange: () => {} };
  const state = createPanelState(source, keeper, { clock });
  opened = state;
  return { source, state, saved, settled: () => vi.waitFor(() => expect(state.settled.value).toBe(true)) };
}

const first = pageLoadRecord({ pageLoadId: 'first', timeOrigin: 1000, updatedAt: 1500 });
const second = pageLoadRecord({ pageLoadId: 'second', timeOrigin: 2000, updatedAt: 2500 });

test('shows a page load that was stored before the panel was opened', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry(), resourceEntry()]);
  source.connect();
  await settled();
  expect(state.figures.value?.entries).toBe(2);
  expect(state.figures.value?.analysis.resources).toHaveLength(2);
  expect(state.figures.value?.analysis.revision).toBe(first.revision);
});

test('says that there is no page load yet', async () => {
  const { source, state, settled } = open();
  expect(state.session.value).toBeNull();
  source.connect();
  await settled();
  expect(state.session.value?.pageLoads).toEqual([]);
  expect(state.current.value).toBeNull();
});

test('reads only the chunks that are new', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry()]);
  source.connect();
  await settled();
  source.reads.length = 0;
  source.store({ ...first, revision: 2 }, [resourceEntry()]);
  await vi.waitFor(() => expect(state.figures.value?.analysis.revision).toBe(2));
  expect(source.reads).toEqual(['get first', 'entries first from 1']);
  expect(state.figures.value?.analysis.resources).toHaveLength(2);
});

test('reads page loads that changed together at once', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry()]);
  source.store(second, [navigationEntry()]);
  source.connect();
  await settled();
  source.reads.length = 0;
  source.store({ ...first, revision: 2 }, []);
  source.store({ ...second, revision: 2 }, []);
  await vi.waitFor(() => expect(state.session.value?.pageLoads.map(({ revision }) => revision)).toEqual([2, 2]));
  expect(source.reads.filter((read) => read.startsWith('get'))).toEqual(['get first second']);
});

test('reads the frames of a page too, and again only those that changed', async () => {
  const { source, state, settled } = open();
  const frame = pageLoadRecord({ pageLoadId: 'frame', topPageLoadId: 'first', frameId: 4, timeOrigin: 1100 });
  source.store(first, [navigationEntry()]);
  source.store(frame, [resourceEntry()]);
  source.connect();
  await settled();
  expect(state.choices.value).toHaveLength(1);
  expect(state.figures.value?.analysis.resources).toMatchObject([{ frame: null }, { frame: frame.url }]);
  source.reads.length = 0;
  source.store({ ...frame, revision: 2 }, [resourceEntry()]);
  await vi.waitFor(() => expect(state.figures.value?.analysis.resources).toHaveLength(3));
  expect(source.reads).toEqual(['get frame', 'entries frame from 1']);
  expect(state.figures.value?.entries).toBe(1);
});

test('follows to a new page load, and stays on an older one that was picked', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry()]);
  source.connect();
  await settled();
  source.store(second, [navigationEntry()]);
  await vi.waitFor(() => expect(state.figures.value?.pageLoad.pageLoadId).toBe('second'));
  state.pickPageLoad('first');
  await settled();
  source.store(pageLoadRecord({ pageLoadId: 'third', timeOrigin: 3000 }), [navigationEntry()]);
  await vi.waitFor(() => expect(state.choices.value).toHaveLength(3));
  expect(state.figures.value?.pageLoad.pageLoadId).toBe('first');
  state.followLatest();
  await vi.waitFor(() => expect(state.figures.value?.pageLoad.pageLoadId).toBe('third'));
});

test('gives every page load of the session its verdict in the list', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry()]);
  source.store(second, [navigationEntry({ responseStatus: 500 })]);
  source.connect();
  await settled();
  expect([...state.summaries.value.keys()].sort()).toEqual(['first', 'second']);
});

test('compares the shown page load with those before it, once they are read', async () => {
  const { source, state, settled } = open();
  const style = resourceEntry({ name: 'https://shop.example/site.css', initiatorType: 'link' });
  source.store(first, [navigationEntry(), style]);
  source.store(second, [navigationEntry(), style]);
  source.connect();
  await settled();
  const refetched = state.figures.value?.analysis.insights.find(({ id }) => id === 'refetched-resources');
  expect(refetched?.findings.map(({ url }) => url)).toEqual(['https://shop.example/site.css']);
});

test('reads everything anew after a reconnect, without losing what it shows', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry()]);
  source.connect();
  await settled();
  source.lose();
  source.reads.length = 0;
  source.connect();
  expect(state.figures.value).not.toBeNull();
  await settled();
  expect(source.reads).toContain('list');
  expect(state.connection.value).toBe('live');
});

test('forgets the page loads of a session that ended', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry()]);
  source.connect();
  await settled();
  source.connect('session-2');
  await settled();
  expect(state.choices.value).toEqual([]);
});

test('says why nothing can be read, and reads again when asked', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry()]);
  source.failWith('IndexedDB is closed.');
  source.connect();
  await vi.waitFor(() => expect(state.readError.value).toBe('IndexedDB is closed.'));
  source.failWith(null);
  state.retry();
  await settled();
  expect(state.readError.value).toBeNull();
  expect(state.figures.value?.entries).toBe(1);
});

test('starts where it was left, and keeps what the user chooses', async () => {
  const { source, state, saved, settled } = open(createGrowingSource(), 'view=resources&load=first');
  source.store(first, [navigationEntry()]);
  source.store(second, [navigationEntry()]);
  source.connect();
  await settled();
  expect(state.location.value.view).toBe('resources');
  expect(state.figures.value?.pageLoad.pageLoadId).toBe('first');
  state.updateLocation({ filter: 'css' });
  expect(saved.at(-1)).toBe('view=resources&load=first&filter=css');
});

test('judges everything anew when the budgets change, and shows what it has until then', async () => {
  const { source, state, settled } = open();
  source.store(first, [navigationEntry(), resourceEntry()]);
  source.store(second, [navigationEntry()]);
  source.connect();
  await settled();
  const levels = () => [...state.summaries.value.values()].map(({ level }) => level);
  const scripts = () => state.figures.value?.analysis.budgetResults.map(({ metric, level }) => [metric, level]);
  expect(levels()).toEqual(['good', 'good']);
  await state.budgets.save([{ name: 'None', match: '*', limits: [{ metric: 'resource-count:total', error: 0 }] }]);
  expect(state.figures.value).not.toBeNull();
  await vi.waitFor(() => expect(scripts()).toEqual([['resource-count:total', 'error']]));
  await settled();
  expect(levels()).toEqual(['error', 'error']);
});

test('compares relative limits with the page loads before', async () => {
  const { source, state, settled } = open();
  const limits = [{ metric: 'resource-size:script', error: 0.2, relativeTo: 'baseline' as const }];
  await state.budgets.save([{ name: 'Growth', match: '*', baseline: { last: 1, percentile: 50 }, limits }]);
  source.store(first, [navigationEntry(), resourceEntry({ transferSize: 1000 })]);
  source.store(second, [navigationEntry(), resourceEntry({ transferSize: 1300 })]);
  source.connect();
  await settled();
  expect(state.figures.value?.analysis.budgetResults).toMatchObject([
    { level: 'error', actual: 1300, expected: 1200, baseline: { value: 1000, samples: 1 } },
  ]);
});

test('shows a page load of another session, and goes back to the live one', async () => {
  const { source, state, saved, settled } = open();
  source.store({ ...first, sessionId: 'earlier' }, [navigationEntry()]);
  source.store(second, [navigationEntry()]);
  source.connect();
  await settled();
  expect(state.isLive.value).toBe(true);
  state.openPageLoad({ sessionId: 'earlier', pageLoadId: 'first' });
  await vi.waitFor(() => expect(state.figures.value?.pageLoad.pageLoadId).toBe('first'));
  expect(state.isLive.value).toBe(false);
  expect(saved.at(-1)).toBe('session=earlier&load=first');
  source.store(pageLoadRecord({ pageLoadId: 'third', timeOrigin: 3000 }), [navigationEntry()]);
  await settled();
  expect(state.figures.value?.pageLoad.pageLoadId).toBe('first');
  state.followLatest();
  await vi.waitFor(() => expect(state.figures.value?.pageLoad.pageLoadId).toBe('third'));
  expect(state.isLive.value).toBe(true);
});

test('shows the same page load of another session in a panel that was made anew', async () => {
  const { source, state } = open(createGrowingSource(), 'session=earlier&load=first');
  source.store({ ...first, sessionId: 'earlier' }, [navigationEntry()]);
  source.store(second, [navigationEntry()]);
  source.connect();
  await vi.waitFor(() => expect(state.figures.value?.pageLoad.pageLoadId).toBe('first'));
  expect(state.isLive.value).toBe(false);
});

test('opens an earlier page load of the own session without leaving it', async () => {
  const { source, state, saved, settled } = open();
  source.store(first, [navigationEntry()]);
  source.store(second, [navigationEntry()]);
  source.connect();
  await settled();
  state.openPageLoad(first);
  await vi.waitFor(() => expect(state.figures.value?.pageLoad.pageLoadId).toBe('first'));
  expect([saved.at(-1), state.isLive.value]).toEqual(['load=first', false]);
});

test('compares page loads with earlier ones of their own session only', async () => {
  const { source, state, settled } = open();
  const style = resourceEntry({ name: 'https://shop.example/site.css', initiatorType: 'link' });
  source.store({ ...first, sessionId: 'earlier' }, [navigationEntry(), style]);
  source.store(second, [navigationEntry(), style]);
  source.connect();
  await settled();
  state.openPageLoad({ sessionId: 'earlier', pageLoadId: 'first' });
  await vi.waitFor(() => expect(state.figures.value?.pageLoad.pageLoadId).toBe('first'));
  state.followLatest();
  await settled();
  const refetched = state.figures.value?.analysis.insights.find(({ id }) => id === 'refetched-resources');
  expect(refetched?.status).toBe('not-measured');
});

test('does not begin to read the entries before the record is on the screen', async () => {
  const frames: (() => void)[] = [];
  const clock: FrameClock = { ...CLOCK, onNextFrame: (callback) => void frames.push(callback) };
  const { source, state, settled } = open(createGrowingSource(), '', clock);
  source.store(first, [navigationEntry()]);
  source.connect();
  await vi.waitFor(() => expect(frames).not.toEqual([]));
  const inFrame = () => {
    for (const callback of frames.splice(0)) callback();
  };
  expect(state.current.value?.pageLoadId).toBe('first');
  inFrame();
  await new Promise((resolve) => setImmediate(resolve));
  expect(source.reads).toEqual(['list']);
  // The frame that painted it is over.
  inFrame();
  await vi.waitFor(() => expect(source.reads).toContain('entries first from 0'));
  await vi.waitFor(() => {
    inFrame();
    expect(state.settled.value).toBe(true);
  });
  await settled();
});
