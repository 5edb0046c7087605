import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'puppeteer';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Themes, each with the rules that it is held to; null: all that axe-core has on. A theme changes colours alone. */
const THEMES = [
  ['light', null],
  ['dark', ['color-contrast', 'link-in-text-block']],
] as const;

/** What axe-core finds in what is shown, in both themes, each with `what` before it; nothing when all is well. */
export async function violationsIn(shown: Frame | Page, what: string): Promise<readonly string[]> {
  // Not as an element: the extension's policy runs no script of a test's.
  if (!(await shown.evaluate(() => 'axe' in globalThis))) await shown.evaluate(`${await readFile(AXE, 'utf8')}; 0`);
  const found: string[] = [];
  for (const [theme, rules] of THEMES) {
    const violations = await shown.evaluate(
      async (chosen, only) => {
        const { dataset } = document.documentElement;
        const { theme: before } = dataset;
        dataset.theme = chosen;
        const { axe } = globalThis as unknown as { axe: Axe };
        const results = await axe.run({
          resultTypes: ['violations'],
          ...(only && { runOnly: { type: 'rule', values: only } }),
        });
        if (before === undefined) delete dataset.theme;
        else dataset.theme = before;
        return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      },
      theme,
      rules,
    );
    found.push(...violations.map((violation) => `${what} ${theme} ${violation}`));
  }
  return found;
}

/** The part of axe-core that is used here. */
interface Axe {
  run(options: { readonly resultTypes: readonly string[]; readonly runOnly?: object }): Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}
