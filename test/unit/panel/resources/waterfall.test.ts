import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barImage, markerImage, waterfallBar, waterfallScale } from '../../../../src/panel/resources/waterfall.ts';
import { waterfallText } from '../../../../src/panel/resources/waterfall-text.ts';
import { resourcePhases, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { anyResource } from '../../../fixtures/builders/any-resources.ts';

const markers = [
  { label: 'FCP', time: 400 },
  { label: 'load', time: 930 },
];
const scale = { from: 0, to: 1000, ticks: [0, 500, 1000] };

test('the scale reaches from the first request to the last, in round steps', () => {
  const rows = [resourceRecord({ startTime: 120, duration: 40 }), resourceRecord({ startTime: 300, duration: 610 })];
  expect(waterfallScale(rows, 'requests', markers)).toEqual({
    from: 0,
    to: 1000,
    ticks: [0, 200, 400, 600, 800, 1000],
  });
  expect(waterfallScale([resourceRecord({ startTime: 5213, duration: 30 })], 'requests', []).from).toBe(5210);
});

test('the scale reaches until the page was loaded when that is asked for and known', () => {
  const late = [resourceRecord({ startTime: 60_000 })];
  expect(waterfallScale(late, 'load', markers)).toMatchObject({ from: 0, to: 1000 });
  expect(waterfallScale(late, 'load', []).to).toBeGreaterThan(60_000);
});

test('a bar lies where its request does, with each phase in its share', () => {
  const resource = resourceRecord({
    startTime: 100,
    duration: 200,
    phases: resourcePhases({ queued: 50, wait: 100, download: 50 }),
  });
  expect(waterfallBar(resource, scale)).toEqual({
    left: 0.1,
    width: 0.2,
    parts: [
      { part: 'queued', until: 0.25 },
      { part: 'wait', until: 0.75 },
      { part: 'download', until: 1 },
    ],
  });
});

test('time of which the browser does not tell the phase is a part of its own', () => {
  const hidden = resourceRecord({ startTime: 0, duration: 100, phases: resourcePhases() });
  expect(waterfallBar(hidden, scale)?.parts).toEqual([{ part: 'untold', until: 1 }]);
  const half = resourceRecord({ startTime: 0, duration: 100, phases: resourcePhases({ wait: 50 }) });
  expect(waterfallBar(half, scale)?.parts).toEqual([
    { part: 'wait', until: 0.5 },
    { part: 'untold', until: 1 },
  ]);
});

test('what lies outside of the scale is cut off, and has no bar when nothing is left', () => {
  const resource = resourceRecord({
    startTime: 900,
    duration: 400,
    phases: resourcePhases({ wait: 50, download: 350 }),
  });
  expect(waterfallBar(resource, scale)).toEqual({
    left: 0.9,
    width: 0.1,
    parts: [
      { part: 'wait', until: 0.5 },
      { part: 'download', until: 1 },
    ],
  });
  expect(waterfallBar(resourceRecord({ startTime: 1001 }), scale)).toBeNull();
});

test('the bar of any request lies on the scale of its table, its parts in order and up to its end', () => {
  fc.assert(
    fc.property(fc.array(anyResource, { minLength: 1, maxLength: 20 }), (list) => {
      const whole = waterfallScale(list, 'requests', []);
      for (const resource of list) {
        const bar = waterfallBar(resource, whole);
        expect(bar?.left).toBeGreaterThanOrEqual(0);
        expect((bar?.left ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
        const ends = bar?.parts.map(({ until }) => until) ?? [];
        expect(ends.at(-1)).toBe(1);
        expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
      }
    }),
  );
});

test('is drawn as backgrounds', () => {
  const bar = {
    left: 0,
    width: 1,
    parts: [{ part: 'dns', until: 0.25 } as const, { part: 'wait', until: 1 } as const],
  };
  expect(barImage(bar)).toBe('linear-gradient(90deg, var(--phase-dns) 0 25%, var(--phase-wait) 0 100%)');
  expect(markerImage(markers, { from: 500, to: 1000, ticks: [] })).toBe(
    'linear-gradient(90deg, transparent calc(86% - 1px), var(--marker-load) 0 86%, transparent 0)',
  );
});

test('says the same in words', () => {
  const resource = resourceRecord({
    startTime: 120,
    duration: 640,
    phases: resourcePhases({ wait: 500, download: 120 }),
  });
  expect(waterfallText(resource)).toBe(
    'From 120\u00a0ms, 640\u00a0ms long: Wait (TTFB) 500\u00a0ms, Download 120\u00a0ms',
  );
  expect(waterfallText({ ...resource, phases: resourcePhases() })).toMatch(/does not tell its phases$/);
});
