import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { INSIGHT_RULES } from '../../../src/analysis/insights/registry.ts';

it('src/README.md lists every insight by id and title, in order, and no other', () => {
  const [, section = ''] = readFileSync('src/README.md', 'utf8').split('## Insights');
  const rows = [...section.matchAll(/^\| `([\w-]+)` +\| (.*?) +\|$/gm)].map(([, id, title]) => ({ id, title }));
  expect(rows).toEqual(INSIGHT_RULES.map(({ id, title }) => ({ id, title })));
});
