import type { Page } from 'puppeteer';
import type { Known, SeenEntry } from '../../pages/metrics/metrics-pages.ts';

/** What the page did and saw so far. */
export function readKnown(page: Page): Promise<Known> {
  return page.evaluate('JSON.parse(JSON.stringify(known))') as Promise<Known>;
}

/** Waits until the page has seen `count` entries of a type by itself. */
export async function waitForSeen(page: Page, entryType: string, count: number): Promise<void> {
  const script = `known.entries.filter((entry) => entry.entryType === '${entryType}').length >= ${count}`;
  await page.waitForFunction(script, { polling: 20, timeout: 20_000 });
}

/** The entries of a type that the page saw, in the order in which it saw them. */
export function seen({ entries }: Known, entryType: string): readonly SeenEntry[] {
  return entries.filter((entry) => entry.entryType === entryType);
}

/** A moment or duration that the page noted, in ms; not a number when it did not. */
export function momentOf({ moments }: Known, name: string): number {
  return moments[name] ?? Number.NaN;
}

/** The events that belong to interactions. */
export function interactionsSeen(known: Known): readonly SeenEntry[] {
  return seen(known, 'event').filter(({ interactionId }) => interactionId);
}

/** Duration of the longest event of an interaction, in ms. */
export function longestInteraction(known: Known): number {
  return Math.max(...interactionsSeen(known).map(({ duration }) => duration));
}
