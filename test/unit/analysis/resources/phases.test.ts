import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phasesOf, phaseToBlame } from '../../../../src/analysis/resources/phases.ts';
import { navigationEntry, opaqueEntry, resourceEntry } from '../../../fixtures/builders/resource-entries.ts';

/** Moments of a request at 100 ms over a connection that was there already. */
const REUSED = {
  domainLookupStart: 100,
  domainLookupEnd: 100,
  connectStart: 100,
  secureConnectionStart: 100,
  connectEnd: 100,
};

describe('the phases of a request', () => {
  test('over a new connection count TLS beside connecting', () => {
    expect(phasesOf(resourceEntry())).toEqual({
      redirect: null,
      queued: 3,
      dns: 5,
      connect: 5,
      tls: 10,
      request: null,
      wait: 40,
      earlyHints: null,
      download: 37,
    });
  });

  test('over a used connection count the wait for it as queueing', () => {
    expect(phasesOf(resourceEntry({ ...REUSED, requestStart: 160, responseStart: 180 }))).toEqual({
      redirect: null,
      queued: 60,
      dns: null,
      connect: null,
      tls: null,
      request: null,
      wait: 20,
      earlyHints: null,
      download: 20,
    });
  });

  test('after a 103 Early Hints answer count the wait for the final one', () => {
    const hinted = resourceEntry({
      responseStart: 140,
      firstInterimResponseStart: 140,
      finalResponseHeadersStart: 180,
    });
    expect(phasesOf(hinted)).toMatchObject({ wait: 17, earlyHints: 40, download: 20 });
    const plain = resourceEntry({ responseStart: 140, firstInterimResponseStart: 0, finalResponseHeadersStart: 140 });
    expect(phasesOf(plain)).toMatchObject({ wait: 17, earlyHints: null, download: 60 });
  });

  test('after a redirect start where it ended', () => {
    const redirected = resourceEntry({ startTime: 0, redirectStart: 10, redirectEnd: 90, domainLookupStart: 95 });
    expect(phasesOf(redirected)).toMatchObject({ redirect: 80 });
  });

  test('take no redirect from moments that are equal (Firefox)', () => {
    expect(phasesOf(navigationEntry({ redirectStart: 0, redirectEnd: 0 })).redirect).toBeNull();
    expect(phasesOf(resourceEntry({ redirectStart: 100, redirectEnd: 100 })).redirect).toBeNull();
  });

  test('are never negative (Firefox has -8)', () => {
    const odd = navigationEntry({ domainLookupStart: -8, domainLookupEnd: -9, connectStart: -8, connectEnd: -8 });
    for (const ms of Object.values(phasesOf(odd))) expect(ms ?? 0).toBeGreaterThanOrEqual(0);
  });

  test('are unknown where the browser hides them', () => {
    expect(phaseToBlame({ phases: phasesOf(opaqueEntry()) })).toBeNull();
  });

  test('add up to the duration', () => {
    const gap = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(fc.array(gap, { minLength: 8, maxLength: 8 }), (gaps) => {
        let at = 100;
        const [
          domainLookupStart,
          domainLookupEnd,
          connectStart,
          secureConnectionStart,
          connectEnd,
          requestStart,
          responseStart,
          responseEnd,
        ] = gaps.map((ms, index) => {
          // HAR and we alike leave no gap between the lookup and the connection.
          if (index !== 2) at += ms;
          return at;
        }) as [number, number, number, number, number, number, number, number];
        const entry = resourceEntry({
          domainLookupStart,
          domainLookupEnd,
          connectStart,
          secureConnectionStart,
          connectEnd,
          requestStart,
          responseStart,
          responseEnd,
        });
        const sum = Object.values(phasesOf(entry)).reduce<number>((total, ms) => total + (ms ?? 0), 0);
        expect(sum).toBe(entry.duration);
      }),
    );
  });
});

test.each([
  ['wait', { responseStart: 2500, responseEnd: 2600 }],
  ['download', { responseStart: 200, responseEnd: 2600 }],
  ['queued', { ...REUSED, requestStart: 2400, responseStart: 2450, responseEnd: 2500 }],
] as const)('the longest phase is to blame: %s', (name, overrides) => {
  expect(phaseToBlame({ phases: phasesOf(resourceEntry(overrides)) })?.name).toBe(name);
});
