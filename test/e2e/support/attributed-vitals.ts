import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import type { VitalName } from '../../../src/model/metrics.ts';

/** A vital as web-vitals has it in the page: `value` in ms (CLS unitless), and what is a text or a number of its attribution. */
export interface AttributedVital {
  readonly value: number;
  /** Of the view that it was measured in: `navigate`, `back-forward-cache`, `soft-navigation` ... */
  readonly navigationType: string;
  readonly attribution: Readonly<Record<string, string | number>>;
}

/** The latest reading of each vital, in the newest view that has one. */
export type AttributedVitals = Partial<Readonly<Record<VitalName, AttributedVital>>>;

const COLLECT = `globalThis.attributedVitals = {};
  const isPlain = ([, value]) => typeof value === 'string' || typeof value === 'number';
  for (const name of ['LCP', 'CLS', 'INP', 'FCP', 'TTFB'])
    webVitals['on' + name](({ value, navigationType, attribution }) => {
      attributedVitals[name] = {
        value,
        navigationType,
        attribution: Object.fromEntries(Object.entries(attribution).filter(isPlain)),
      };
    }, { reportAllChanges: true, reportSoftNavs: true });`;

/** Runs a copy of web-vitals with attribution in the page's own world, in every document of the page from now on. */
export async function attributeVitals(page: Page): Promise<() => Promise<AttributedVitals>> {
  const library = createRequire(import.meta.url)
    .resolve('web-vitals')
    .replace(/[^/\\]+$/, 'web-vitals.attribution.iife.js');
  await page.evaluateOnNewDocument(`${await readFile(library, 'utf8')};{${COLLECT}}`);
  return () => page.evaluate('attributedVitals') as Promise<AttributedVitals>;
}
