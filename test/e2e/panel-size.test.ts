import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DIST } from './support/extension.ts';

test('chart.js is in a chunk of its own, which the first view of the panel does not load', async () => {
  const first = await firstView();
  expect(first.length).toBeGreaterThan(2);
  for (const { file, text } of first) expect(text, file).not.toContain(CHART_JS);
  const withCharts = (await allChunks(first)).filter(({ text }) => text.includes(CHART_JS));
  expect(withCharts.map(({ file }) => file)).toHaveLength(1);
});

test('the first view of the panel is under 60 kB compressed', async () => {
  const first = await firstView();
  const bytes = first.map(({ file, text }) => ({ file, bytes: gzipSync(text).length }));
  const all = bytes.reduce((sum, one) => sum + one.bytes, 0);
  expect(all, JSON.stringify(bytes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5))).toBeLessThan(MAX_FIRST_VIEW);
  // Rules and the list of organisations are the worker's.
  for (const { file, text } of first) expect(text, file).not.toContain('late-fonts');
});

test('the first view of the panel is a handful of files, of which other pages do not load those that only the panel needs', async () => {
  const files = (await firstView()).map(({ file }) => file);
  expect(files.length, files.join(' ')).toBeLessThan(MAX_FILES);
  const own = files.filter((file) => file.includes('/panel'));
  expect(own).not.toEqual([]);
  for (const page of ['popup/popup', 'options/options', 'devtools/devtools']) {
    const others = (await firstView(`src/${page}.html`)).map(({ file }) => file);
    expect(
      others.filter((file) => own.includes(file)),
      page,
    ).toEqual([]);
  }
});

test('what the overview needs besides the first view is one file, and the name that it is asked for by', async () => {
  const first = await firstView();
  const known = new Set(first.map(({ file }) => file));
  const asked = laterChunks(first).filter((file) => file.includes('/OverviewView'));
  expect(asked).toHaveLength(1);
  const needed = await reachable(await Promise.all(asked.map(load)));
  expect(needed.filter(({ file }) => !known.has(file)).length).toBeLessThanOrEqual(2);
});

const MAX_FIRST_VIEW = 60_000;

/** Each is a request that the panel waits for, a millisecond and more on a fast machine. */
const MAX_FILES = 8;

/** A sentence of an error in chart.js, which no minifier takes out. */
const CHART_JS = 'is not a registered';

interface Loaded {
  readonly file: string;
  readonly text: string;
}

/** What the browser loads before a page of ours can show anything: the page's scripts and styles with all that they import. */
async function firstView(html = 'src/panel/panel.html'): Promise<readonly Loaded[]> {
  const page = await load(html);
  const own = [...page.text.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].flatMap(([, file = '']) => file);
  return reachable(await Promise.all([...new Set(own)].map(load)));
}

/** These files and all that they import statically, one after the other. */
async function reachable(from: readonly Loaded[]): Promise<readonly Loaded[]> {
  const known = new Map(from.map((loaded) => [loaded.file, loaded]));
  for (const { file, text } of known.values()) {
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g)) {
      const imported = path.posix.join(path.posix.dirname(file), specifier);
      if (!known.has(imported)) known.set(imported, await load(imported));
    }
  }
  return [...known.values()];
}

/** These and all that is loaded sooner or later when something is first needed. */
async function allChunks(first: readonly Loaded[]): Promise<readonly Loaded[]> {
  let all = first;
  for (;;) {
    const known = new Set(all.map(({ file }) => file));
    const later = laterChunks(all).filter((file) => !known.has(file));
    if (later.length === 0) return all;
    all = await reachable([...all, ...(await Promise.all(later.map(load)))]);
  }
}

/** Files that these load when they are first needed. */
function laterChunks(first: readonly Loaded[]): readonly string[] {
  const found = first.flatMap(({ file, text }) =>
    [...text.matchAll(/import\(\s*[`"'](\.[^`"']+\.js)[`"']\s*\)/g)].map(([, specifier = '']) =>
      path.posix.join(path.posix.dirname(file), specifier),
    ),
  );
  return [...new Set(found)];
}

async function load(file: string): Promise<Loaded> {
  return { file, text: await readFile(path.join(DIST, file), 'utf8') };
}
