import { expect, test } from 'vitest';
import { renderBlocking } from '../../../../src/analysis/insights/render-blocking.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { navigationEntry, PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

function blocking(name: string, end: number, overrides: Partial<ResourceRecord> = {}): ResourceRecord {
  return resourceRecord({
    url: `${PAGE_ORIGIN}/${name}`,
    resourceType: name.endsWith('.css') ? 'stylesheet' : 'script',
    renderBlockingStatus: 'blocking',
    startTime: 50,
    duration: end - 50,
    ...overrides,
  });
}

/** The page's document is there after 100 ms, and it paints at 400 ms. */
function run(...resources: readonly ResourceRecord[]) {
  return renderBlocking.run(pageFacts({ resources }));
}

test('what the first paint waited for is named, and what the last of it cost', () => {
  expect(run(blocking('site.css', 300), blocking('app.js', 380))).toEqual({
    status: 'fail',
    findings: [
      {
        message:
          'The first paint waited for app.js until 380 ms, 280 ms after the document was there. Load it with defer or async.',
        severity: 'medium',
        url: `${PAGE_ORIGIN}/app.js`,
        startTime: 50,
        duration: 330,
        savings: { ms: 80 },
      },
      expect.objectContaining({
        url: `${PAGE_ORIGIN}/site.css`,
        message: expect.stringContaining('Inline the rules that the first view needs'),
      }),
    ],
  });
  expect(run(blocking('site.css', 300), blocking('app.js', 380))).not.toHaveProperty('findings.1.savings');
});

test('alone, all of it after the document can be saved', () => {
  expect(run(blocking('site.css', 350))).toMatchObject({ findings: [{ savings: { ms: 250 } }] });
});

test('half a second is of high severity', () => {
  const { moments } = pageFacts();
  const late = pageFacts({ resources: [blocking('a.css', 700)], moments: { ...moments, firstPaint: 720 } });
  expect(renderBlocking.run(late)).toMatchObject({ findings: [{ severity: 'high' }] });
});

test.each([
  ['there with the document', blocking('site.css', 150)],
  ['not blocking', blocking('site.css', 350, { renderBlockingStatus: 'non-blocking' })],
  ['of a frame', blocking('site.css', 350, { frame: `${PAGE_ORIGIN}/frame` })],
  ['asked for after the paint', blocking('site.css', 800, { startTime: 450, duration: 350 })],
])('a style sheet that is %s passes', (_, resource) => {
  expect(run(resource)).toEqual({ status: 'pass', findings: [] });
});

test('it is not measured where the browser does not tell, or nothing was painted', () => {
  const { renderBlockingStatus: _, ...firefox } = navigationEntry();
  expect(renderBlocking.run(pageFacts({ navigation: firefox })).status).toBe('not-measured');
  const { moments } = pageFacts();
  const unpainted = pageFacts({ moments: { ...moments, firstPaint: null, firstContentfulPaint: null } });
  expect(renderBlocking.run(unpainted).status).toBe('not-measured');
});
