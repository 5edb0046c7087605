import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = path.resolve('src');

/** Ways to run a text as code, or to have it read as markup. In the page, a constant text alone may run. */
const BANNED =
  /\binspectedWindow\s*\.\s*eval\b(?!\([A-Z][A-Z_]*[,)])|(?<!\.)\beval\s*\(|\bnew Function\b|\.(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\s*\.\s*write\b/;

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

it('no source of ours runs a text as code, in a page or here, or reads one as markup', () => {
  expect(files.length).toBeGreaterThan(400);
  const found = files.filter((file) => BANNED.test(readFileSync(path.join(SOURCE, file), 'utf8')));
  expect(found).toEqual([]);
});
