import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../../../src/cli/check.ts';
import { CliError } from '../../../src/cli/cli-error.ts';
import { EXIT } from '../../../src/cli/exit-status.ts';
import { reportToJson } from '../../../src/report/json.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { realHar } from '../../fixtures/builders/har-files.ts';
import { shopReport, TEST_KEY } from '../../fixtures/builders/reports.ts';

let folder: string;
let session: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vitalog-check-'));
  session = await file('session.json', reportToJson(sanitizeReport(shopReport(), { key: TEST_KEY })));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const target = path.join(folder, name);
  await writeFile(target, content);
  return target;
}

/** What a check prints, and how it ends. */
async function checked(options: Partial<Parameters<typeof check>[0]> = {}) {
  const printed: string[] = [];
  const errors: string[] = [];
  const print = (text: string) => void printed.push(text);
  const out = { print, progress: print, error: (text: string) => void errors.push(text), report: async () => {} };
  const status = await check({ file: session, failOn: null, budgets: null, ...options }, out);
  return { status, printed: printed.join('\n'), errors: errors.join('\n') };
}

it('prints the verdict that the session came with', async () => {
  const { printed, status } = await checked();
  for (const { url } of shopReport().pageLoads) expect(printed).toContain(url.split('?')[0]);
  expect(printed).toContain('4 of 7 measured limits are broken');
  expect(status).toBe(EXIT.ok);
});

it('fails under --fail-on as a live run does', async () => {
  const { status, errors } = await checked({ failOn: 'error' });
  expect(status).toBe(EXIT.limitNotKept);
  expect(errors).toContain('limits are not kept (--fail-on error)');
});

it('holds the session against other budgets', async () => {
  const budgets = {
    version: 1,
    budgets: [{ name: 'Lenient', match: '*', limits: [{ metric: 'LCP', error: 60_000 }] }],
  };
  const { printed, status } = await checked({
    budgets: await file('lenient.json', JSON.stringify(budgets)),
    failOn: 'warn',
  });
  expect(printed).not.toContain('Limits not kept');
  expect(status).toBe(EXIT.ok);
});

it('opens gzip', async () => {
  const zipped = await file('session.json.gz', gzipSync(reportToJson(sanitizeReport(shopReport(), { key: TEST_KEY }))));
  expect((await checked({ file: zipped })).printed).toContain('4 of 7 measured limits are broken');
});

it('takes a HAR of any program, gzip too, and holds it against the Starter budget', async () => {
  const har = await file('firefox.har.gz', gzipSync(realHar('firefox')));
  const { printed, status } = await checked({ file: har, failOn: 'error' });
  expect(printed).toContain('http://127.0.0.1:8642/first');
  expect(printed).toContain('no data');
  expect(status).toBe(EXIT.ok);
});

it('holds a HAR against budgets', async () => {
  const limits = [{ metric: 'resource-size:total', error: 3000 }];
  const budgets = await file(
    'small.json',
    JSON.stringify({ version: 1, budgets: [{ name: 'S', match: '*', limits }] }),
  );
  const har = await file('chromium.har', realHar('chromium'));
  const { printed, errors, status } = await checked({ file: har, budgets, failOn: 'error' });
  expect(printed).toContain('total transfer  3.2 kB  limit 3 kB');
  expect(errors).toContain('not kept');
  expect(status).toBe(EXIT.limitNotKept);
});

it('refuses a HAR with the place that is wrong', async () => {
  const broken = await file('broken.har', '{"log":{"entries":[{"startedDateTime":"2026-01-15","request":{}}]}}');
  await expect(checked({ file: broken })).rejects.toThrow(
    /broken\.har: The file is no valid HAR: \/log\/entries\/0\/request\/url is missing/,
  );
});

it('refuses a gzip bomb before it is inflated', async () => {
  const bomb = await file('bomb.gz', gzipSync(Buffer.alloc(200 * 1024 * 1024)));
  await expect(checked({ file: bomb })).rejects.toThrow('The file holds more than 64 MiB of text');
});

it('says what is wrong with a file, by its name', async () => {
  const broken = await file('broken.json', '{"format":"vitalog-session"');
  await expect(checked({ file: broken })).rejects.toThrow(CliError);
  await expect(checked({ file: broken })).rejects.toThrow(/broken\.json: The file is no complete JSON/);
  await expect(checked({ file: path.join(folder, 'nowhere.json') })).rejects.toThrow(/--check FILE/);
});
