import { describe, expect, test } from 'vitest';
import type { PageFacts } from '../../../../src/analysis/insights/insight-rule.ts';
import { thirdPartyCosts } from '../../../../src/analysis/insights/third-parties.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { layoutShiftRecord, metricRecord, pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { FIREFOX_ENTRY_TYPES, pageLoadRecord, viewRecord } from '../../../fixtures/builders/page-loads.ts';
import { frameEntry, scriptTiming } from '../../../fixtures/builders/timeline-entries.ts';

function foreign(overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  return resourceRecord({ url: 'https://cdn.ads.example/ad.js', party: 'third', entity: 'Ads Inc', ...overrides });
}

function run(resources: readonly ResourceRecord[], overrides: Partial<PageFacts> = {}) {
  return thirdPartyCosts.run(pageFacts({ resources, ...overrides }));
}

/** A frame in which a script of this URL blocked for so long. */
function blocked(sourceURL: string, ms: number) {
  const script = scriptTiming({ duration: ms + 50, sourceURL });
  return frameEntry({ duration: ms + 50, blockingDuration: ms, styleAndLayoutStart: 0, scripts: [script] });
}

describe('a third party', () => {
  test('is told with bytes and time on the network, overlaps counted once', () => {
    const resources = [
      foreign({ startTime: 100, duration: 100 }),
      foreign({
        url: 'https://img.ads.example/a.png',
        startTime: 150,
        duration: 100,
        transferSize: timingSize(50_000),
      }),
      resourceRecord(),
    ];
    expect(run(resources)).toEqual({
      status: 'informative',
      findings: [
        {
          message: 'Ads Inc took 2 requests with 60.3 kB and 150 ms on the network. Ask whether every page needs it.',
          severity: 'low',
          url: 'https://img.ads.example/a.png',
          startTime: 150,
          duration: 150,
          size: 60_300,
        },
      ],
    });
  });

  test('without a known name goes by its host', () => {
    const resources = [foreign({ entity: null }), foreign({ entity: null, url: 'https://other.example/b.js' })];
    expect(run(resources)).toMatchObject({
      findings: [
        { message: expect.stringMatching(/^cdn\.ads\.example took one request/) },
        { message: expect.stringMatching(/^other\.example took one request/) },
      ],
    });
  });

  test('that hides its sizes is of unknown size, or of at least what is known', () => {
    const hidden = foreign({ transferSize: UNKNOWN_SIZE });
    const unknown = run([hidden]);
    expect(unknown).toMatchObject({ findings: [{ message: expect.stringContaining('one request of unknown size') }] });
    expect(unknown).not.toHaveProperty('findings.0.size');
    expect(run([hidden, foreign()])).toMatchObject({
      findings: [{ message: expect.stringContaining('with at least 10.3 kB') }],
    });
  });

  test.each([
    [40, 'informative', 'low'],
    [60, 'informative', 'medium'],
    [250, 'informative', 'medium'],
    [260, 'fail', 'high'],
  ] as const)('that blocked for %d ms is %s', (ms, status, severity) => {
    const animationFrames = [blocked('https://cdn.ads.example/ad.js', ms), blocked('https://shop.example/app.js', 900)];
    const result = run([foreign()], { animationFrames });
    expect(result).toMatchObject({
      status,
      findings: [{ severity, message: expect.stringContaining(`blocked the main thread for ${ms} ms`) }],
    });
  });

  test('fails together with others', () => {
    const resources = [foreign(), foreign({ entity: 'Chat Ltd', url: 'https://chat.example/chat.js' })];
    const animationFrames = [
      blocked('https://cdn.ads.example/ad.js', 130),
      blocked('https://chat.example/chat.js', 150),
    ];
    expect(run(resources, { animationFrames })).toMatchObject({
      status: 'fail',
      findings: [{ message: expect.stringContaining('Chat Ltd') }, { message: expect.stringContaining('Ads Inc') }],
    });
  });

  test('owns the shift that its frame caused, and the largest element that it served', () => {
    const ad = foreign({
      url: 'https://cdn.ads.example/ad.html',
      initiatorType: 'iframe',
      resourceType: 'document',
      startTime: 1200,
    });
    const lcp = metricRecord({ value: 1800, attribution: { url: 'https://img.ads.example/hero.jpg' } });
    const result = run(
      [ad, foreign({ url: 'https://img.ads.example/hero.jpg', startTime: 1300, resourceType: 'image' })],
      {
        layoutShifts: [layoutShiftRecord(), layoutShiftRecord({ hadRecentInput: true })],
        views: [{ ...viewRecord(), metrics: [lcp] }],
      },
    );
    expect(result).toMatchObject({
      status: 'fail',
      findings: [
        {
          severity: 'medium',
          message: expect.stringContaining('caused shifts of 0.2, has the largest element, shown after 1.8 s'),
        },
      ],
    });
  });
});

test('where the browser does not report frames, blocking is not measured, and never 0', () => {
  const browser = { name: 'Firefox', version: '153.0' };
  const pageLoad = pageLoadRecord({ browser, supportedEntryTypes: FIREFOX_ENTRY_TYPES });
  expect(run([foreign()], { pageLoad })).toMatchObject({
    status: 'informative',
    findings: [{ message: expect.stringContaining('how long it blocked is unknown (Firefox does not measure this)') }],
  });
});

test('a page without third parties has nothing to tell', () => {
  expect(run([resourceRecord()])).toEqual({ status: 'pass', findings: [] });
});
