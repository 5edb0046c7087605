import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { faultTable } from '../../pages/demo/fault-table.ts';
import { DEMO_FAULTS, DEMO_PAGES } from '../../pages/demo/faults.ts';

/** Rows of the table under a heading, the head first. Cells without the spaces that the formatter adds. */
function tableUnder(heading: string, markdown: string): string[][] {
  const lines = markdown.slice(markdown.indexOf(heading)).split('\n');
  const [head, , ...rows] = lines.filter((line) => line.startsWith('|'));
  return [head ?? '', ...rows].map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('the README of the demo shop tells the same faults as the data that the tests read', async () => {
  const readme = await readFile(new URL('../../pages/demo/README.md', import.meta.url), 'utf8');
  expect(tableUnder('## What is wrong', readme)).toEqual(faultTable(DEMO_FAULTS));
});

test('every fault of the demo shop is on one of its pages and is named somewhere', () => {
  for (const fault of DEMO_FAULTS) {
    expect(Object.values(DEMO_PAGES)).toContain(fault.page);
    expect(fault.insights.length + fault.limits.length).toBeGreaterThan(0);
  }
});
