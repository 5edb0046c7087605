import type { Page } from 'puppeteer';
import { type InsightPages, page } from '../insight-page.ts';

/** More than the ten samples that a trend takes. */
const SAMPLES = 12;

/** Objects made between two samples: a few megabytes. */
const OBJECTS = 200_000;

const DOCUMENT = page({
  body: `<script>
    const kept = [];
    const work = (objects) => void kept.push(Array.from({ length: objects }, (_, i) => ({ i })));
  </script>`,
});

/** Lets the page work between samples. One is taken each time that the user comes back to the tab, besides every 5 s. */
const visit = (objects: number) => async (tab: Page) => {
  const other = await tab.browser().newPage();
  for (let i = 0; i < SAMPLES; i++) {
    await tab.evaluate(`work(${objects})`);
    await other.bringToFront();
    await tab.bringToFront();
    await tab.waitForFunction(() => document.visibilityState === 'visible');
  }
  await other.close();
};

export const pages: InsightPages = {
  fails: {
    culprit: { says: 'The heap grew steadily' },
    serve: () => ({ '/': DOCUMENT }),
    visit: visit(OBJECTS),
  },
  passes: {
    serve: () => ({ '/': DOCUMENT }),
    visit: visit(0),
  },
};
