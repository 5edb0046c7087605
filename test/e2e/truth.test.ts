import { beforeAll, describe, expect, test } from 'vitest';
import type { VitalName } from '../../src/model/metrics.ts';
import type { ReportPageLoad } from '../../src/model/report.ts';
import { DEMO_FAULTS, DEMO_PAGES } from '../pages/demo/faults.ts';
import { startDemo } from '../pages/demo/server.ts';
import { startFixtures } from '../pages/fixture-server.ts';
import { besidePages } from './support/beside-pages.ts';
import { recordNetwork, type WireRequest } from './support/network-log.ts';
import { measureVitals, type PageVitals } from './support/page-vitals.ts';
import { recordedLoad } from './support/recorded-load.ts';

/**
 * What Resource Timing adds to a body that came over the wire in place of its headers
 * (https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-transfersize).
 */
const HEADER_BYTES = 300;

/** The last one finds the cache filled: from memory, and revalidated. */
const VISITS = [DEMO_PAGES.home, DEMO_PAGES.product, DEMO_PAGES.cart, DEMO_PAGES.home];

const TOLERANCE: readonly (readonly [VitalName, number])[] = [
  ['LCP', 1],
  ['FCP', 1],
  ['TTFB', 1],
  ['CLS', 0.001],
];

const suite = besidePages(startDemo);

describe.each(VISITS)('of %s', (path) => {
  let load: ReportPageLoad;
  let wire: readonly WireRequest[];
  let vitals: PageVitals;

  beforeAll(async () => {
    const page = await suite.chromium.browser.newPage();
    const readVitals = await measureVitals(page);
    const readNetwork = await recordNetwork(page);
    await page.goto(suite.pages.url + path);
    await page.waitForNetworkIdle();
    load = await recordedLoad(page, suite.chromium.extensionPage);
    wire = readNetwork();
    vitals = await readVitals(path);
    await page.close();
  });

  test('every request on the wire is in the report once, with its status and transferred bytes', () => {
    expect(wire.length).toBeGreaterThan(5);
    expect(byUrl(load.resources.map(reported))).toEqual(byUrl(wire.map(expected)));
  });

  test.each(TOLERANCE)('%s is what web-vitals measures in the page, within %f', (name, tolerance) => {
    const metric = load.views[0]?.metrics.find((candidate) => candidate.name === name);
    expect(metric?.state).toBe('measured');
    expect(vitals[name], 'web-vitals in the page').toBeTypeOf('number');
    expect(Math.abs((metric?.value ?? Number.NaN) - (vitals[name] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
  });
});

/**
 * What Resource Timing never tells of, by kind; everything else that is on the wire must be in a report. Of a fetch whose body is
 * never read it does not tell either, but that cannot be seen here: the Network domain itself reads every body while it listens.
 */
const HIDDEN_KINDS: readonly (readonly [kind: string, matches: (request: WireRequest) => boolean])[] = [
  ['a CORS preflight', ({ method }) => method === 'OPTIONS'],
  ['a data: URL', ({ url }) => url.startsWith('data:')],
];

test('requests of a few kinds are hidden from the report by the platform, and no others', async () => {
  const [fixtures, other] = await Promise.all([startFixtures(), startFixtures()]);
  try {
    const page = await suite.chromium.browser.newPage();
    const readNetwork = await recordNetwork(page);
    await page.goto(fixtures.hiddenPage(other.url));
    await page.waitForFunction(() => document.body.dataset.loaded === '2');
    const { resources } = await recordedLoad(page, suite.chromium.extensionPage);
    const hidden = [...readNetwork()];
    for (const { url } of resources) {
      const index = hidden.findIndex((request) => place(request.url) === place(url) && request.method === 'GET');
      expect(index, `${url} was on the wire`).toBeGreaterThanOrEqual(0);
      hidden.splice(index, 1);
    }
    const kinds = hidden.map((request) => HIDDEN_KINDS.find(([, matches]) => matches(request))?.[0] ?? request.url);
    expect(kinds.toSorted()).toEqual(HIDDEN_KINDS.map(([kind]) => kind).toSorted());
    await page.close();
  } finally {
    await Promise.all([fixtures.close(), other.close()]);
  }
});

/** A URL without its query, which reports do not tell. */
function place(url: string): string {
  return url.replace(/\?.*/, '');
}

/** What both sides say of a request. */
interface Row {
  readonly url: string;
  readonly status: number | null;
  readonly transferSize: number | 'unknown' | 'unfinished';
}

function reported({ url, status, transferSize }: ReportPageLoad['resources'][number]): Row {
  return { url, status, transferSize: transferSize.value ?? 'unknown' };
}

function expected({ url, status, delivery, bodyBytes }: WireRequest): Row {
  const { origin, pathname } = new URL(url);
  // The platform hides the status of every response from another origin that was not fetched with CORS.
  const told = origin === suite.pages.url ? status : null;
  const isOpaque = DEMO_FAULTS.some(({ culprit }) => 'otherOrigin' in culprit && culprit.path === pathname);
  if (isOpaque) return { url, status: told, transferSize: 'unknown' };
  if (bodyBytes === null) return { url, status: told, transferSize: 'unfinished' };
  return { url, status: told, transferSize: delivery === 'cache' ? 0 : bodyBytes + HEADER_BYTES };
}

function byUrl(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => a.url.localeCompare(b.url));
}
