import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/cli/browser/launch-browser.ts';
import { buildExtension } from './support/build-extension.ts';
import { type ExtensionCpu, extensionCpu } from './support/extension-cpu.ts';
import { median, printTable } from './support/figures.ts';
import { servePage } from './support/serve-page.ts';
import { WORKLOAD, WORKLOAD_HTML } from './support/workload-page.ts';

const ROUNDS = 3;
const SINK = 'test/bench/extensions/sink.ts';
const EXTENSIONS = [
  { name: 'empty', content: 'test/bench/extensions/empty.ts', background: SINK },
  { name: 'web-vitals-final', content: 'test/bench/extensions/web-vitals-final.ts', background: SINK },
  { name: 'web-vitals-live', content: 'test/bench/extensions/web-vitals-live.ts', background: SINK },
  { name: 'each-callback', content: 'test/bench/extensions/each-callback.ts', background: SINK },
] as const;
/** The extension as it is shipped: its build shortens the content script in ways that a bench's own would not. */
const VITALOG = { name: 'vitalog', folder: path.resolve('dist/chrome') };
const NAMES = [...EXTENSIONS.map(({ name }) => name), VITALOG.name];

let server: Awaited<ReturnType<typeof servePage>>;
const folders = new Map<string, string>();
let scratch: string;

beforeAll(async () => {
  server = await servePage(WORKLOAD_HTML);
  scratch = await mkdtemp(path.join(tmpdir(), 'vitalog-bench-trace-'));
  for (const parts of EXTENSIONS) folders.set(parts.name, await buildExtension(parts));
});

afterAll(async () => {
  await server.close();
  for (const folder of [...folders.values(), scratch]) await rm(folder, { recursive: true });
});

it('costs the page', async () => {
  const runs = new Map<string, ExtensionCpu[]>(NAMES.map((name) => [name, []]));
  // Round by round, so that a slow minute of the machine falls on all alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, folder] of [...folders, [VITALOG.name, VITALOG.folder] as const])
      runs.get(name)?.push(await measure(folder));
  }
  const cpu = (name: string) => median((runs.get(name) ?? []).map((run) => run.cpuMs));
  const rows = NAMES.map((name) => {
    const all = runs.get(name) ?? [];
    return {
      'content script': name,
      'CPU ms (median)': cpu(name).toFixed(1),
      'CPU ms (all)': all.map((run) => run.cpuMs.toFixed(1)).join(' '),
      'times web-vitals-live': (cpu(name) / cpu('web-vitals-live')).toFixed(2),
      'times web-vitals-final': (cpu(name) / cpu('web-vitals-final')).toFixed(2),
      'longest task, CPU ms': Math.max(...all.map((run) => run.longestMs)).toFixed(1),
      calls: median(all.map((run) => run.calls)),
    };
  });
  printTable(`Main-thread CPU time of content scripts (${JSON.stringify(WORKLOAD)})`, rows);
  expect(rows).toHaveLength(NAMES.length);
});

async function measure(dist: string): Promise<ExtensionCpu> {
  const launched = await launchBrowser({ dist });
  try {
    const page = await launched.browser.newPage();
    return await extensionCpu(page, path.join(scratch, 'trace.json'), async () => {
      await page.goto(server.url);
      await page.waitForFunction(() => document.title === 'loaded');
      for (let i = 0; i < WORKLOAD.interactions; i++) await page.click('#button');
      await page.waitForFunction(() => document.title === 'done');
      // Leaving is work too: final vitals, and what is not yet sent.
      await page.goto('about:blank');
    });
  } finally {
    await launched.close();
  }
}
