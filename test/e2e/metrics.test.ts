import type { Page } from 'puppeteer';
import { beforeAll, describe, expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import type { PageAnalysis } from '../../src/model/analysis.ts';
import type { MetricRecord, VitalName } from '../../src/model/metrics.ts';
import type { PageSnapshot } from '../../src/model/snapshot.ts';
import { HANDLER_MS } from '../pages/metrics/interactions.ts';
import { PUSHES, STEP, scoreOf } from '../pages/metrics/layout-shifts.ts';
import { CANDIDATE_IDS } from '../pages/metrics/lcp-candidates.ts';
import { type Known, SLOW, startMetricsPages } from '../pages/metrics/metrics-pages.ts';
import { type AttributedVitals, attributeVitals } from './support/attributed-vitals.ts';
import { besidePages } from './support/beside-pages.ts';
import {
  interactionsSeen,
  longestInteraction,
  momentOf,
  readKnown,
  seen,
  waitForSeen,
} from './support/known-entries.ts';
import { analysisOf, metricOf } from './support/measured.ts';
import { storedLoad } from './support/stored-loads.ts';

/** Digits of a layout shift score that must be right: `toBeCloseTo` allows half a unit of the last. */
const SCORE_DIGITS = 3;

/** Event Timing rounds durations to this, in ms (https://w3c.github.io/event-timing/#sec-performance-event-timing). */
const EVENT_GRAIN = 8;

const suite = besidePages(startMetricsPages);

const BUTTONS = ['short', 'long'] as const;

/** The parts of each metric that Vitalog makes by itself, from entries. */
const INP_PARTS = [
  'inputDelay',
  'processingDuration',
  'presentationDelay',
  'nextPaintTime',
  'loadState',
  'totalScriptDuration',
  'totalStyleAndLayoutDuration',
  'totalPaintDuration',
  'totalUnattributedDuration',
] as const;
const PAINT_PARTS = {
  FCP: ['timeToFirstByte', 'firstByteToFCP', 'loadState'],
  TTFB: ['waitingDuration', 'cacheDuration', 'dnsDuration', 'connectionDuration', 'requestDuration'],
} as const;

/** What was known of a page before it was left, and what Vitalog made of it. */
interface Visit {
  readonly known: Known;
  readonly vitals: AttributedVitals;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly analysis: PageAnalysis;
}

/** Opens a page beside web-vitals, waits until `act` says that all has happened, and leaves it. */
async function visit(
  path: string,
  act: (page: Page, readVitals: () => Promise<AttributedVitals>) => Promise<void>,
): Promise<Visit> {
  const page = await suite.chromium.browser.newPage();
  const readVitals = await attributeVitals(page);
  await page.goto(suite.pages.url + path);
  await act(page, readVitals);
  const [known, vitals] = [await readKnown(page), await readVitals()];
  const viewport = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.close();
  const ended = ({ pageLoad }: PageSnapshot) => pageLoad.state === 'ended';
  const snapshot = await storedLoad(suite.chromium.extensionPage, suite.pages.url + path, 'a final record', ended);
  return { known, vitals, viewport, analysis: analysisOf(snapshot) };
}

describe('LCP', () => {
  test('is the last of the candidates before an input, and names its element', async () => {
    const { known, vitals, analysis } = await visit('/lcp-candidates', async (page) => {
      await waitForSeen(page, 'largest-contentful-paint', CANDIDATE_IDS.length);
      await page.click('button');
      await page.waitForSelector('body[data-done]');
    });
    const candidates = seen(known, 'largest-contentful-paint');
    expect(candidates.map(({ id }) => id)).toEqual(CANDIDATE_IDS);
    const lcp = metricOf(analysis, 'LCP');
    expect(lcp).toMatchObject({ state: 'measured', final: true, value: candidates.at(-1)?.startTime });
    expect(lcp.value).toBeGreaterThanOrEqual(momentOf(known, 'third'));
    expect(lcp.value).toBeLessThan(momentOf(known, 'click'));
    expect(lcp.attribution).toMatchObject({ target: '#third', ...vitals.LCP?.attribution });
    expect(lcp.value).toBe(vitals.LCP?.value);
  });
});

describe('a layout shift', () => {
  test('within 500 ms of a click does not count, and those without recent input do', async () => {
    const { known, vitals, viewport, analysis } = await visit('/shifts-around-click', async (page) => {
      await waitForSeen(page, 'layout-shift', 1);
      await page.click('button');
      await waitForSeen(page, 'layout-shift', 3);
    });
    const scores = [PUSHES.before, PUSHES.within, PUSHES.after].map((distance) => scoreOf(distance, viewport));
    const shifts = analysis.layoutShifts;
    expect(shifts.map(({ hadRecentInput }) => hadRecentInput)).toEqual([false, true, false]);
    expect(shifts.map(({ sessionWindow }) => sessionWindow?.startTime)).toEqual([
      shifts[0]?.startTime,
      undefined,
      shifts[2]?.startTime,
    ]);
    expect(shifts.map(({ startTime }) => startTime)).toEqual(
      seen(known, 'layout-shift').map(({ startTime }) => startTime),
    );
    for (const [i, shift] of shifts.entries()) {
      expect(shift.value).toBeCloseTo(scores[i] ?? Number.NaN, SCORE_DIGITS);
      expect(shift.sources.map(({ node }) => node)).toEqual(['#pushed']);
    }
    expect(vitals.CLS?.value, 'web-vitals in the page').toBeTypeOf('number');
    expect(metricOf(analysis, 'CLS').value).toBeCloseTo(vitals.CLS?.value ?? Number.NaN, SCORE_DIGITS);
    expect(metricOf(analysis, 'CLS').value).toBeCloseTo(scoreOf(PUSHES.after, viewport), SCORE_DIGITS);
  });
});

/** Shifts of the same score by the gaps between them (ms), and how many of them are in the largest session window. */
const WINDOWS = [
  { what: '0.9 s apart are one session window', gaps: [900], largest: 2 },
  { what: '1.1 s apart are two', gaps: [1100], largest: 1 },
  { what: '0.9 s apart for more than 5 s are not all in one', gaps: [900, 900, 900, 900, 900, 900], largest: 6 },
] as const;

describe('shifts', () => {
  test.each(WINDOWS)('$what', async ({ gaps, largest }) => {
    const { known, vitals, viewport, analysis } = await visitWithGaps(gaps);
    const starts = seen(known, 'layout-shift').map(({ startTime }) => startTime);
    const cls = metricOf(analysis, 'CLS');
    const scores = analysis.layoutShifts.map(({ sessionWindow }) => sessionWindow?.score ?? 0);
    expect(Math.max(...scores), 'the largest session window').toBeCloseTo(cls.value ?? Number.NaN, SCORE_DIGITS);
    expect(analysis.layoutShifts.map(({ startTime }) => startTime)).toEqual(starts);
    expect(cls).toMatchObject({ state: 'measured', final: true });
    expect(cls.value).toBeCloseTo(largest * scoreOf(STEP, viewport), SCORE_DIGITS);
    expect(cls.value).toBeCloseTo(vitals.CLS?.value ?? Number.NaN, SCORE_DIGITS);
    expect(cls.attribution).toMatchObject({ largestShiftTarget: '#pushed', ...vitals.CLS?.attribution });
  });
});

/** The page with shifts that far apart, ms: visited anew when a busy machine made other gaps than it should. */
async function visitWithGaps(gaps: readonly number[], attempts = 3): Promise<Visit> {
  const query = [...gaps.map((gap) => ['gap', String(gap)]), ['attempts', String(attempts)]];
  const path = `/shifts?${new URLSearchParams(query)}`;
  const visited = await visit(path, (page) => waitForSeen(page, 'layout-shift', gaps.length + 1));
  const starts = seen(visited.known, 'layout-shift').map(({ startTime }) => startTime);
  const made = gaps.map((_, i) => (starts[i + 1] ?? Number.NaN) - (starts[i] ?? Number.NaN));
  if (gaps.every((gap, i) => (made[i] ?? 0) >= gap - 1 && (made[i] ?? 0) < gap + 100)) return visited;
  if (attempts === 1) throw new Error(`The page should make gaps of ${gaps} ms and made ${made}.`);
  return visitWithGaps(gaps, attempts - 1);
}

describe('INP', () => {
  test('is the longest of the interactions, with the time that its handler took', async () => {
    const { known, vitals, analysis } = await visit('/interactions', clickBoth);
    const { interactions } = analysis;
    expect(interactions.map(({ target }) => target)).toEqual(BUTTONS.map((id) => `#${id}`));
    for (const [i, id] of BUTTONS.entries()) {
      const { processingDuration, duration } = interactions[i] ?? {};
      expect(processingDuration).toBeGreaterThanOrEqual(HANDLER_MS[id]);
      expect(processingDuration).toBeLessThan(momentOf(known, id) + EVENT_GRAIN);
      expect(duration).toBeGreaterThanOrEqual(HANDLER_MS[id]);
    }
    const longest = longestInteraction(known);
    expect(longest % EVENT_GRAIN).toBe(0);
    const inp = metricOf(analysis, 'INP');
    expect(inp).toMatchObject({ state: 'measured', final: true, value: longest });
    expect(inp.value).toBe(vitals.INP?.value);
    expect(inp.attribution).toMatchObject({ interactionTarget: '#long', interactionType: 'pointer' });
    expect(vitals.INP?.attribution.interactionTarget, 'web-vitals in the page').toBe('#long');
    expectSame(inp, vitals, INP_PARTS, EVENT_GRAIN);
  });

  test('names its target also where nobody listens for pointer events', async () => {
    const { known, vitals, analysis } = await visit('/unheard-interactions', clickBoth);
    const inp = metricOf(analysis, 'INP');
    expect(inp.value).toBe(longestInteraction(known));
    expect(inp.attribution.interactionTarget).toBe('#long');
    expectSame(inp, vitals, INP_PARTS, EVENT_GRAIN);
  });
});

describe('of a page that is slow to answer and to paint', () => {
  let slow: Visit;
  beforeAll(async () => {
    slow = await visit('/slow', async (_, readVitals) => {
      await poll(async () => ((await readVitals()).FCP && (await readVitals()).TTFB ? true : null), {
        every: 20,
        timeout: 10_000,
        onTimeout: () => new Error('web-vitals in the page has no FCP and TTFB after 10 s.'),
      });
    });
  });

  test.each(['FCP', 'TTFB'] as const)('%s and its parts are those of web-vitals', (name) => {
    const metric = metricOf(slow.analysis, name);
    expect(metric).toMatchObject({ state: 'measured', final: true });
    expect(Math.abs((metric.value ?? Number.NaN) - (slow.vitals[name]?.value ?? Number.NaN))).toBeLessThanOrEqual(1);
    expectSame(metric, slow.vitals, PAINT_PARTS[name], 1);
  });

  test('the parts hold the time that the server took', () => {
    expect(metricOf(slow.analysis, 'TTFB').attribution.requestDuration).toBeGreaterThanOrEqual(SLOW.document);
    expect(metricOf(slow.analysis, 'FCP').attribution.firstByteToFCP).toBeGreaterThanOrEqual(SLOW.script);
  });
});

/** The named parts are those of web-vitals: numbers within `tolerance` ms, texts to the letter. */
function expectSame(
  { name, attribution }: MetricRecord,
  vitals: AttributedVitals,
  parts: readonly string[],
  tolerance: number,
): void {
  const truth = vitals[name as VitalName]?.attribution ?? {};
  for (const part of parts) {
    const value = truth[part];
    expect(value, `${part} of web-vitals in the page`).toBeDefined();
    if (typeof value === 'number') {
      expect(Math.abs(Number(attribution[part]) - value), part).toBeLessThanOrEqual(tolerance);
    } else expect(attribution[part], part).toBe(value);
  }
}

/** Clicks one button after the other, each time until the page and web-vitals in it know of the interaction. */
async function clickBoth(page: Page, readVitals: () => Promise<AttributedVitals>): Promise<void> {
  for (const [i, id] of BUTTONS.entries()) {
    await page.click(`#${id}`);
    const isKnown = async () => {
      const known = await readKnown(page);
      const ids = new Set(interactionsSeen(known).map(({ interactionId }) => interactionId));
      const { INP } = await readVitals();
      const isWhole = INP?.value === longestInteraction(known) && INP.attribution.totalScriptDuration !== undefined;
      return (ids.size > i && isWhole) || null;
    };
    await poll(isKnown, {
      every: 20,
      timeout: 10_000,
      onTimeout: () => new Error(`web-vitals in the page tells of no interaction with #${id} after 10 s.`),
    });
  }
}
