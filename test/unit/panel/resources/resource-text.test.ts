import { expect, test } from 'vitest';
import { UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { resourceText } from '../../../../src/panel/resources/resource-text.ts';
import { insight, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { pageLoadRecord } from '../../../fixtures/builders/page-loads.ts';

test('says all that is known of a request, a line a fact', () => {
  const finding = { message: 'app.js is large.', severity: 'high' } as const;
  const large = insight({ title: 'Large resources', findings: [finding] });
  const resource = resourceRecord({ transferSize: UNKNOWN_SIZE, responseHeaders: { vary: 'accept' } });
  const text = resourceText(resource, [{ insight: large, finding }], pageLoadRecord());
  expect(text).toMatch(/^https:\/\/\S+\/app\.js\n\nFindings\n {2}Large resources: app\.js is large\.\n\nTime\n/);
  expect(text).toContain('  Wait (TTFB): 40\u00a0ms\n');
  expect(text).toContain('  Transferred: unknown');
  expect(text).toContain('Response headers\n  vary: accept');
});

test('no text of a server looks like a line of ours', () => {
  const forged = resourceRecord({ responseHeaders: { etag: 'x\nSize\n  Transferred: 1 B' } });
  expect(resourceText(forged, [], pageLoadRecord())).toContain('  etag: x Size Transferred: 1\u00a0B');
});
