import { describe, expect, it } from 'vitest';
import { reportToHtml } from '../../../src/report/html.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { finding, insight, metricRecord, resourceRecord } from '../../fixtures/builders/analysis.ts';
import { pageLoadRecord, TIME_ORIGIN, viewRecord } from '../../fixtures/builders/page-loads.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../fixtures/builders/reports.ts';

type Input = Parameters<typeof reportPageLoadInput>[0];

function pageOf(...loads: readonly Input[]): string {
  const pageLoads = loads.map((load) => reportPageLoadInput(load));
  return reportToHtml(sanitizeReport(sessionReport({ pageLoads }), { level: 'raw', key: TEST_KEY }));
}

const shop = reportToHtml(sanitizeReport(shopReport(), { key: TEST_KEY }));
/** The text of a document, close enough to search in: tags out, common references resolved. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('the HTML report', () => {
  it('can neither run nor load anything', () => {
    expect(shop).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`.replaceAll("'", '&#39;'),
    );
    expect(shop).not.toMatch(
      /<script|<iframe|<object|<embed|<link|<img|<form|<base|javascript:|\son\w+=|url\(|@import/i,
    );
    for (const [, target = ''] of shop.matchAll(/(?:href|src|action)="([^"]*)"/g))
      expect(target).toMatch(/^#load-\d+$/);
  });

  it('says what the collector left out to cost the page less', () => {
    const selfCost = { mainThreadMs: 6100, bytesSent: 5000, backOff: 2 } as const;
    const page = textOf(pageOf({ pageLoad: pageLoadRecord({ selfCost }) }));
    expect(page).toContain('Vitalog stopped recording user timings and events under 200 ms.');
    expect(textOf(shop)).not.toContain('stopped recording');
  });

  it('shows the history of a page that was loaded several times, with a gap where nothing was measured', () => {
    const loads = [1200, null, 900, 700].map((value, n): Input => {
      const lcp = metricRecord(value === null ? { value, rating: null, state: 'no-data' } : { value });
      const views = [{ ...viewRecord(), metrics: [lcp] }];
      const pageLoad = { pageLoadId: `load-${n}`, timeOrigin: TIME_ORIGIN + n * 60_000 };
      return { pageLoad, analysis: { pageLoadId: `load-${n}`, views } };
    });
    const page = pageOf(...loads.toReversed());
    expect(textOf(page)).toMatch(/History .* LCP 1\.2 s 700 ms /);
    const course = /<svg class="course"[^>]*aria-label="([^"]*)">\s*<path d="([^"]*)"\/>(.*?)<\/svg>/s.exec(page);
    expect(course?.[1]).toBe('1.2 s, no data, 900 ms, 700 ms');
    expect(course?.[2]?.replace(/[\d. ]+/g, '')).toBe('MML');
    expect(course?.[3]?.match(/<circle/g)).toHaveLength(3);
    expect(textOf(pageOf(loads[0] ?? {}))).not.toContain('History');
    expect(textOf(shop)).not.toContain('History');
  });

  it('takes pages of one kind together in the history, whatever their ids and queries', () => {
    const loads = ['/product/41?from=mail', '/product/42'].map((path, n): Input => {
      const views = [{ ...viewRecord(), metrics: [metricRecord({ value: 1000 + n })] }];
      const pageLoad = { pageLoadId: `load-${n}`, timeOrigin: TIME_ORIGIN + n, url: `https://shop.example${path}` };
      return { pageLoad, analysis: { pageLoadId: `load-${n}`, views } };
    });
    expect(textOf(pageOf(...loads))).toMatch(/History .* https:\/\/shop\.example\/product\/\* LCP/);
  });

  it('puts its policy before anything that it could govern', () => {
    expect(shop.indexOf('Content-Security-Policy')).toBeLessThan(shop.indexOf('<style>'));
    expect(shop.indexOf('Content-Security-Policy')).toBeLessThan(shop.indexOf('<title>'));
  });

  it('says the verdict before it says why', () => {
    const first = shop.slice(shop.indexOf('id="load-1"'), shop.indexOf('id="load-2"'));
    expect(
      [...first.matchAll(/class="headline">([^<]*)|<h3>([^<]*)/g)].map(([, headline, title]) => headline ?? title),
    ).toEqual([
      '4 of 7 measured limits are broken: API response time (p95), CLS, total transfer and 1 more; 1 more is at the warning level.',
      'Vitals',
      'What stands out',
      'Budget violations',
      'Bytes by type',
      'Waterfall',
      'Largest resources',
      'Slowest resources',
      'Layout shifts',
      'Long tasks',
      'Interactions',
      'Ledger of this record',
      'Not measured',
    ]);
  });

  it('names each fault with its culprit', () => {
    const text = textOf(shop);
    for (const words of [
      '3.41 s',
      'main>img.hero',
      '/img/hero.png 1.55 MB',
      '#banner 0.24',
      '/api/products?page=2 2.41 s',
      'at least 2.48 MB',
      '404',
      'hydrate in /assets/vendor-9d2e.js',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says a rating in words and by a shape, not by colour alone', () => {
    for (const [words, shape] of [
      ['good', '<circle'],
      ['needs improvement', '<rect'],
      ['poor', '<path'],
    ] as const) {
      expect(shop).toMatch(new RegExp(`<svg class="shape"[^>]*>${shape}[^>]*/></svg> ${words}`));
    }
  });

  it('never shows an unsupported metric, an unknown size or a missing value as 0', () => {
    const text = textOf(
      pageOf({
        analysis: {
          views: [
            {
              ...viewRecord(),
              metrics: [metricRecord({ name: 'CLS', value: null, rating: null, state: 'unsupported' })],
            },
          ],
          resources: [
            resourceRecord({
              status: null,
              transferSize: { value: null, source: 'unknown' },
              decodedBodySize: { value: null, source: 'unknown' },
            }),
          ],
        },
      }),
    );
    expect(text).toContain('unsupported');
    expect(text).not.toMatch(/CLS Cumulative Layout Shift 0/);
    expect(text).toMatch(/app\.js script unknown unknown unknown 100 ms/);
    expect(text).not.toMatch(/(?<![\d,.])0 B/);
  });

  it('says what a browser does not report instead of saying that there was none', () => {
    const text = textOf(pageOf({ pageLoad: { supportedEntryTypes: ['navigation', 'resource'] } }));
    expect(text.match(/(Layout shifts|Long tasks|Interactions) \w+ does not measure this\./g)).toHaveLength(3);
    expect(text).not.toContain('No task took longer than 50 ms.');
  });

  it('shows 150 rows of a long waterfall and says how many there are more', () => {
    const resources = Array.from({ length: 163 }, (_, n) =>
      resourceRecord({ url: `https://shop.example/${n}.js`, startTime: n }),
    );
    const page = pageOf({ analysis: { resources } });
    expect(page.match(/<li><span class="name"/g)).toHaveLength(150);
    expect(textOf(page)).toContain('And 13 more requests, in the JSON report.');
  });

  it('writes a session without page loads and a page load without anything', () => {
    expect(textOf(pageOf())).toContain('No page load was recorded');
    expect(textOf(pageOf({}))).toContain('No budget applies to this page.');
    expect(textOf(pageOf({}))).toContain('No request was recorded.');
  });

  it('shows hostile strings as the text that they are', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='alert(1)",
      '</style><svg onload=alert(1)>',
      '&lt;b&gt; \u202Etxt.exe\u0000',
      '</title><script>alert(1)</script>',
    ];
    for (const text of hostile) {
      const page = pageOf({
        pageLoad: { title: text, url: `https://shop.example/${text}`, navigationType: text },
        analysis: {
          insights: [
            insight({ title: text, statusReason: text, findings: [finding({ message: text, selector: text })] }),
          ],
          views: [{ ...viewRecord(), metrics: [metricRecord({ attribution: { target: text, url: text } })] }],
          resources: [resourceRecord({ url: `https://x.example/${text}`, initiatorType: text })],
        },
      });
      expect(page).not.toMatch(/<script|<img|onload=[^&]*>|\u202E/);
      expect(page).not.toContain('\0');
      expect(page.match(/<style>/g)).toHaveLength(1);
      expect(page.match(/<title>/g)).toHaveLength(1);
      const plain = pageOf({ analysis: { resources: [resourceRecord()] } });
      const tags = (document: string) => new Set(document.match(/<[a-z0-9]+/g));
      expect([...tags(page)].filter((tag) => !tags(plain).has(tag) && !tags(shop).has(tag))).toEqual([]);
    }
  });
});
