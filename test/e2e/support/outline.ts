import type { Frame, Page } from 'puppeteer';
import { expect } from 'vitest';
import { OUTLINE_ANIMATION } from '../../../src/model/outline.ts';

/** A rectangle of the viewport in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Begins to note all that a page could notice of an outline: changes of its document, entries of its timeline, events. */
export async function watchPage(page: Page | Frame): Promise<void> {
  await page.evaluate(() => {
    const noticed: string[] = [];
    Object.assign(globalThis, { noticed });
    new MutationObserver((records) => noticed.push(...records.map(({ type }) => type))).observe(document, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    const types = ['layout-shift', 'largest-contentful-paint', 'paint', 'element', 'event', 'resource'];
    for (const type of types) {
      new PerformanceObserver((list) => noticed.push(...list.getEntries().map(() => type))).observe({ type });
    }
    for (const type of ['animationstart', 'animationend', 'transitionrun', 'scroll', 'resize', 'message']) {
      addEventListener(type, () => noticed.push(type), { capture: true });
    }
  });
}

/** What the page noticed since. Two frames later, so that what the last one painted has been told. */
export async function noticedBy(page: Page | Frame): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return (globalThis as unknown as { noticed: string[] }).noticed;
  });
}

/** Waits until these elements are outlined, by their ids or tags, and no others. */
export async function untilOutlined(page: Page | Frame, names: readonly string[], timeout = 30_000): Promise<void> {
  await page.waitForFunction(
    (id, expected) => {
      const outlined = document
        .getAnimations()
        .filter((animation) => animation.id === id)
        .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null));
      return outlined.map((element) => element?.id || element?.localName).join() === expected;
    },
    { timeout },
    OUTLINE_ANIMATION,
    names.join(),
  );
}

/** Hovers a line of the panel, again and again if need be, until that is seen: what comes in meanwhile may move the line. */
export async function hoverUntil(
  panel: Frame,
  selector: string,
  seen: (timeout: number) => Promise<unknown>,
): Promise<void> {
  const isSeen = async () => {
    // From somewhere else: the pointer may be on it already.
    await panel.locator('[role="tablist"]').hover();
    await panel.locator(selector).hover();
    return seen(2000).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(isSeen, { timeout: 30_000 }).toBe(true);
}

/** Where an element is. */
export function boxOf(page: Page, selector: string): Promise<Box> {
  return page.$eval(selector, (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

/** The box around all pixels of the outline's colour that the browser paints; null: there are none. `decoder` is any page of no matter. */
export async function paintedBox(page: Page, decoder: Page): Promise<Box | null> {
  const session = await page.createCDPSession();
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.detach();
  return decoder.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at] !== 0xd6 || pixels[at + 1] !== 0 || pixels[at + 2] !== 0x6c) continue;
      const x = (at / 4) % image.width;
      const y = Math.floor(at / 4 / image.width);
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x + 1);
      box.bottom = Math.max(box.bottom, y + 1);
    }
    return box.left === Infinity ? null : box;
  }, data);
}
