import { expect, test } from 'vitest';
import { bfcache } from '../../../../src/analysis/insights/bfcache.ts';
import type { Json } from '../../../../src/model/json.ts';
import { pageFacts } from '../../../fixtures/builders/analysis.ts';
import { pageLoadRecord, viewRecord } from '../../../fixtures/builders/page-loads.ts';
import { navigationEntry, PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

function run(notRestoredReasons: Json, navigationType = 'back-forward') {
  return bfcache.run(
    pageFacts({
      navigation: navigationEntry({ notRestoredReasons }),
      pageLoad: pageLoadRecord({ navigationType, url: `${PAGE_ORIGIN}/cart` }),
    }),
  );
}

const url = `${PAGE_ORIGIN}/cart`;

test('a page that was loaded again says why and what to do', () => {
  expect(run({ url, reasons: [{ reason: 'unload-listener' }], children: [] })).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'cart was not restored but loaded again, because it listens for "unload" (unload-listener). Listen for "pagehide" instead.',
        severity: 'medium',
        url,
        duration: 510,
      },
    ],
  });
});

test('reasons of frames are told too, and such as nobody can mend are of low severity', () => {
  const frame = 'https://ads.example/frame';
  const child = { url: frame, reasons: [{ reason: 'masked' }], children: null };
  expect(run({ url, reasons: null, children: [child] })).toMatchObject({
    status: 'fail',
    findings: [
      { message: expect.stringContaining('A frame of the page (frame) was not restored'), severity: 'low', url: frame },
    ],
  });
});

test('reasons may be plain names, as the first version of the interface had them', () => {
  expect(run({ url, reasons: ['websocket'] })).toMatchObject({ findings: [{ severity: 'medium' }] });
});

test('a page that was restored passes', () => {
  const views = [viewRecord(), viewRecord({ viewId: 'view-2', kind: 'bfcache', startTime: 4000 })];
  expect(bfcache.run(pageFacts({ views: views.map((view) => ({ ...view, metrics: [] })) }))).toEqual({
    status: 'pass',
    findings: [],
  });
});

test('Firefox tells no reasons, which is said of it by name', () => {
  const browser = { name: 'Firefox', version: '153.0' };
  const pageLoad = pageLoadRecord({ browser, navigationType: 'back-forward' });
  expect(bfcache.run(pageFacts({ navigation: navigationEntry(), pageLoad }))).toEqual({
    status: 'not-measured',
    reason: 'Firefox does not measure this: it does not tell why the page was loaded again.',
  });
});

test.each([
  ['nobody came back', null, 'navigate', 'Nobody has gone back to this page: follow a link and return.'],
  ['the browser does not say why', null, 'back-forward', 'The browser does not tell why this page was loaded again.'],
  ['there are no reasons', { url, reasons: [] }, 'back-forward', expect.any(String)],
  ['they are none', 'masked', 'back-forward', expect.any(String)],
])('when %s it is not measured', (_, reasons, navigationType, reason) => {
  expect(run(reasons, navigationType)).toEqual({ status: 'not-measured', reason });
});
