import { expect, it } from 'vitest';
import { createRedactionPreview } from '../../../src/report/redaction-preview.ts';
import { createSanitizer, type SanitizeOptions } from '../../../src/report/sanitize.ts';
import { reportPageLoadInput, sessionReport, shopReport, TEST_KEY } from '../../fixtures/builders/reports.ts';

function previewOf({ pageLoads, ...head }: ReturnType<typeof shopReport>, level: SanitizeOptions['level']) {
  const sanitizer = createSanitizer(head, { level: level ?? 'default', key: TEST_KEY });
  const preview = createRedactionPreview();
  for (const load of pageLoads) preview.add(load, sanitizer.pageLoad(load));
  return preview.changes();
}

it('shows what a secret becomes, and counts each value once', () => {
  const report = sessionReport({
    pageLoads: [
      reportPageLoadInput({ pageLoad: { url: 'https://shop.example/cart?token=s3cr3tValue', title: 'Cart of Jane' } }),
      reportPageLoadInput({ pageLoad: { url: 'https://shop.example/cart?token=s3cr3tValue', title: 'Cart of Jane' } }),
    ],
  });
  const changes = previewOf(report, 'default');
  expect(changes.map(({ kind, count }) => [kind, count])).toEqual(
    expect.arrayContaining([
      ['url', 1],
      ['title', 1],
    ]),
  );
  const [example] = changes.find(({ kind }) => kind === 'url')?.examples ?? [];
  expect(example?.raw).toContain('s3cr3tValue');
  expect(example?.redacted).toMatch(/^https:\/\/shop\.example\/cart\?token=~/);
});

it('tells more at level strict, and nothing at level raw', () => {
  const total = (level: SanitizeOptions['level']) =>
    previewOf(shopReport(), level).reduce((sum, { count }) => sum + count, 0);
  expect(total('strict')).toBeGreaterThan(total('default'));
  expect(total('raw')).toBe(0);
});

it('gives the example that the file will hold', () => {
  const report = shopReport();
  const { pageLoads, ...head } = report;
  const file = JSON.stringify(pageLoads.map(createSanitizer(head, { key: TEST_KEY }).pageLoad));
  for (const { examples } of previewOf(report, 'default'))
    for (const { redacted } of examples) {
      if (redacted !== null) expect(file).toContain(JSON.stringify(redacted).slice(1, -1));
    }
});
