import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'puppeteer';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds in what is shown, in both themes, each with `what` before it; nothing when all is well. */
export async function violationsIn(shown: Frame | Page, what: string): Promise<readonly string[]> {
  // Not as an element: the extension's policy runs no script of a test's.
  if (!(await shown.evaluate(() => 'axe' in globalThis))) await shown.evaluate(`${await readFile(AXE, 'utf8')}; 0`);
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    const violations = await shown.evaluate(async (chosen) => {
      const { dataset } = document.documentElement;
      const { theme: before } = dataset;
      dataset.theme = chosen;
      const { axe } = globalThis as unknown as { axe: Axe };
      const results = await axe.run({ resultTypes: ['violations'] });
      if (before === undefined) delete dataset.theme;
      else dataset.theme = before;
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    }, theme);
    found.push(...violations.map((violation) => `${what} ${theme} ${violation}`));
  }
  return found;
}

/** The part of axe-core that is used here. */
interface Axe {
  run(options: { readonly resultTypes: readonly string[] }): Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}
