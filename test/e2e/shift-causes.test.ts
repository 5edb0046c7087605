import type { Page } from 'puppeteer';
import { beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/model/insights.ts';
import type { Site } from '../pages/insight-page.ts';
import { startInsightServer } from '../pages/insight-server.ts';
import { SHIFT_CAUSES } from '../pages/shift-causes.ts';
import { besidePages } from './support/beside-pages.ts';
import { visitFixture } from './support/visit-fixture.ts';

const suite = besidePages(startInsightServer);
let tab: Page;

beforeAll(async () => {
  tab = await suite.chromium.browser.newPage();
});

/** What is said of the shift on the page, which is the only one. */
async function findingOn(cause: keyof typeof SHIFT_CAUSES): Promise<{ finding: Finding | undefined; site: Site }> {
  const page = SHIFT_CAUSES[cause];
  const site = suite.pages.add(`shift-${cause}`, page);
  const { analysis } = await visitFixture(page, site, tab, suite.chromium.extensionPage);
  const insight = analysis.insights.find(({ id }) => id === 'layout-shifts');
  expect(insight?.status).toBe('fail');
  expect(insight?.findings).toHaveLength(1);
  return { finding: insight?.findings[0], site };
}

test('an image for which no place was kept is named, with its element', async () => {
  const { finding, site } = await findingOn('image');
  expect(finding?.url).toBe(`${site.origin}/late.png`);
  expect(finding?.message).toContain('The image late.png (#picture), for which no place was kept, arrived');
});

test('a font that came late is named', async () => {
  const { finding, site } = await findingOn('font');
  expect(finding?.url).toBe(`${site.origin}/price.ttf`);
  expect(finding?.message).toContain('The font price.ttf arrived');
});

test('a frame that was inserted is named by what it shows', async () => {
  const { finding, site } = await findingOn('iframe');
  expect(finding?.url).toBe(`${site.at('ads')}/ad`);
  expect(finding).toMatchObject({
    selector: '#pushed',
    message: expect.stringContaining('The frame of ad was inserted'),
  });
});

test('where nothing arrived, an element was inserted', async () => {
  const { finding } = await findingOn('insertion');
  expect(finding).not.toHaveProperty('url');
  expect(finding).toMatchObject({
    selector: '#pushed',
    message: expect.stringContaining('No image, font or frame arrived just before'),
  });
});
