import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionReport } from '../../../src/model/report.ts';
import { findLeak } from '../../../src/report/redaction/sweep.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { finding, insight, resourceRecord } from '../../fixtures/builders/analysis.ts';
import { everyEntryType } from '../../fixtures/builders/every-entry-type.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../fixtures/builders/reports.ts';
import { resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { userTimingEntry } from '../../fixtures/builders/timeline-entries.ts';

const OTHER_KEY = new Uint8Array(32).fill(8);

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('sanitizeReport', () => {
  it('leaves a report of a plain site useful', () => {
    const text = strings(sanitizeReport(shopReport(), { key: TEST_KEY }));
    expect(text).toEqual(
      expect.arrayContaining([
        'https://shop.example/assets/main-4f3a2b1c.js',
        'https://shop.example/img/hero.png',
        'https://shop.example/api/products?page=2',
        'hero.png is 1.55 MB, most of what the page transfers. Serve it as AVIF or WebP at the size it is shown.',
        '#banner pushed the content down by 120 px at 1.50 s. Reserve its space.',
        'hydrate',
        'button.buy',
        'main>img.hero',
      ]),
    );
  });

  it('keeps of headers what says how a file is cached and sent, and hides the rest', () => {
    const responseHeaders = {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/css; charset=utf-8',
      'content-encoding': 'br',
      'last-modified': 'Thu, 15 Jan 2026 10:00:00 GMT',
      vary: 'Accept-Encoding',
      etag: '"user-jane"',
      constructor: 'jane',
      'x-cache': 'HIT from edge of jane',
    };
    const analysis = { resources: [resourceRecord({ responseHeaders })] };
    const report = sessionReport({ pageLoads: [reportPageLoadInput({ analysis })] });
    const headers = sanitizeReport(report, { key: TEST_KEY }).pageLoads[0]?.resources[0]?.responseHeaders;
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/css; charset=utf-8',
      'content-encoding': 'br',
      'last-modified': 'Thu, 15 Jan 2026 10:00:00 GMT',
      vary: 'Accept-Encoding',
    });
    expect(strings(headers).filter((text) => text.includes('jane'))).toEqual([]);
  });

  it('changes no number: sizes, times and counts are those that were measured', () => {
    const numbers = (value: unknown): readonly number[] =>
      typeof value === 'number'
        ? [value]
        : Object.values(value ?? {}).flatMap((part) => (typeof part === 'string' ? [] : numbers(part)));
    const load = (report: SessionReport) => report.pageLoads.map(({ entries: _, ...rest }) => rest);
    expect(numbers(load(sanitizeReport(shopReport(), { level: 'strict', key: TEST_KEY })))).toEqual(
      numbers(load(shopReport())),
    );
  });

  it('hides what a page attaches to its marks', () => {
    const entries = [userTimingEntry({ name: 'checkout', detail: { name: 'Jane Doe', age: 41 } })];
    const report = sessionReport({ pageLoads: [reportPageLoadInput({ entries })] });
    const [entry] = sanitizeReport(report, { key: TEST_KEY }).pageLoads[0]?.entries ?? [];
    expect(entry).toMatchObject({ name: 'checkout', detail: expect.stringMatching(/^~28:[0-9a-f]{8}$/) });
  });

  it('shows of a title only its length, and nothing at level strict', () => {
    const report = sessionReport({ pageLoads: [reportPageLoadInput({ pageLoad: { title: 'Inbox of Jane (3)' } })] });
    expect(sanitizeReport(report, { key: TEST_KEY }).pageLoads[0]?.title).toBe('~17');
    expect(sanitizeReport(report, { level: 'strict', key: TEST_KEY }).pageLoads[0]?.title).toBe('');
  });

  it('gives equal values equal tags in one export and other tags in the next', () => {
    const url = 'https://shop.example/find?q=blue+shoes';
    const analysis = {
      resources: [resourceRecord({ url })],
      insights: [insight({ findings: [finding({ url, message: `${url} is slow.` })] })],
    };
    const report = sessionReport({
      pageLoads: [reportPageLoadInput({ entries: [resourceEntry({ name: url })], analysis })],
    });
    const [load] = sanitizeReport(report, { key: TEST_KEY }).pageLoads;
    const shown = load?.resources[0]?.url ?? '';
    expect(shown).toMatch(/^https:\/\/shop\.example\/find\?q=~10:[0-9a-f]{8}$/);
    expect(load?.entries[0]?.name).toBe(shown);
    expect(load?.insights[0]?.findings[0]).toMatchObject({ url: shown, message: `${shown} is slow.` });
    expect(strings(sanitizeReport(report, { key: OTHER_KEY }))).not.toContain(shown);
  });

  it('hides at level strict a name without an extension from the sentence about it', () => {
    const url = 'https://shop.example/u/jane';
    const analysis = {
      insights: [insight({ findings: [finding({ url, message: 'jane took 2.4 s; use scheduler.yield.' })] })],
    };
    const report = sessionReport({ pageLoads: [reportPageLoadInput({ analysis })] });
    const [load] = sanitizeReport(report, { level: 'strict', key: TEST_KEY }).pageLoads;
    expect(load?.insights[0]?.findings[0]?.message).toMatch(/^~\w{8} took 2\.4 s; use scheduler\.yield\.$/);
  });

  it('hides at level strict what the page itself said, in the sentence that quotes it too', () => {
    const quote = 'Jane has no address';
    const message = `A script failed in app.js at 2 s: ${quote}`;
    const analysis = { insights: [insight({ findings: [finding({ message, quote })] })] };
    const report = sessionReport({ pageLoads: [reportPageLoadInput({ analysis })] });
    const shown = (level: 'default' | 'strict') =>
      JSON.stringify(sanitizeReport(report, { level, key: TEST_KEY }).pageLoads[0]?.insights);
    expect(shown('strict')).not.toContain('Jane');
    expect(shown('strict')).toContain('at 2 s: ~');
    expect(shown('default')).toContain(message);
  });

  it('gives hosts numbers by party at level strict', () => {
    const urls = [
      'https://shop.example/',
      'https://img.shop.example/a.png',
      'https://cdn.other.example/b.js',
      'https://shop.example/c.css',
    ];
    const resources = urls.map((url) =>
      resourceRecord({ url, party: url.includes('shop') ? 'first' : 'third', entity: 'Other Inc.' }),
    );
    const report = sessionReport({ pageLoads: [reportPageLoadInput({ analysis: { resources } })] });
    const shown = sanitizeReport(report, { level: 'strict', key: TEST_KEY }).pageLoads[0]?.resources ?? [];
    expect(shown.map(({ url }) => /\/\/([^/]+)/.exec(url)?.[1])).toEqual(['first-1', 'first-2', 'third-1', 'first-1']);
    expect(shown.map(({ entity }) => entity)).toEqual([null, null, null, null]);
  });

  it('says which level it is, and never a lower one than an imported report had', () => {
    const strict = sanitizeReport(shopReport(), { level: 'strict', key: TEST_KEY });
    expect(strict.redaction.level).toBe('strict');
    expect(sanitizeReport(strict, { level: 'default', key: OTHER_KEY }).redaction.level).toBe('strict');
  });

  it('refuses a key that could be guessed', () => {
    expect(() => sanitizeReport(shopReport(), { key: new Uint8Array(15) })).toThrow('Pass at least 16 random bytes.');
  });

  it('lets no detector fire on any string, whatever stood there', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (text, url) => {
          const entries = everyEntryType().map((entry) => ({ ...entry, name: url }));
          const analysis = {
            insights: [insight({ findings: [finding({ message: `${text} ${url}`, url, selector: text })] })],
          };
          const report = sessionReport({
            pageLoads: [reportPageLoadInput({ entries, analysis, pageLoad: { title: text, url } })],
          });
          for (const level of ['default', 'strict'] as const) {
            expect(findLeak(sanitizeReport(report, { level, key: TEST_KEY }))).toBeNull();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
