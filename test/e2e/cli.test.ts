import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionReport } from '../../src/model/report.ts';
import schema from '../../src/report/session-report.schema.json' with { type: 'json' };
import { type Demo, startDemo } from '../pages/demo/server.ts';
import { type CliResult, runCli, startCli } from './support/run-cli.ts';

let demo: Demo;
let folder = '';
/** The runs of a single page, one after the other; they mostly wait for the page to be quiet, beside what the other tests do. */
let single: {
  readonly fails: Promise<CliResult>;
  readonly holds: Promise<CliResult>;
  readonly tight: Promise<CliResult>;
};
beforeAll(async () => {
  demo = await startDemo();
  folder = await mkdtemp(path.join(tmpdir(), 'vitalog-cli-'));
  const [home = '', , cart = ''] = demo.pages;
  const out = (name: string) => ['--no-interact', '--out', path.join(folder, name)];
  const fails = runCli(home, ...out('fail'), '--fail-on', 'error');
  const holds = fails.then(() =>
    runCli(cart, ...out('hold'), '--fail-on', 'warn', '--format', 'har,markdown,trace,csv-resources'),
  );
  const tight = Promise.all([scriptBudget(0), holds]).then(([file]) =>
    runCli(cart, ...out('budgets'), '--fail-on', 'error', '--budgets', file),
  );
  single = { fails, holds, tight };
});
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true });
});

describe('npm start -- --help', () => {
  it('prints every option and does nothing else', async () => {
    const { status, stdout, stderr } = await runCli('--help');
    expect(status).toBe(0);
    for (const option of ['--out', '--open', '--fail-on', '--json', '--browser-path', '--help']) {
      expect(stdout).toContain(option);
    }
    expect(stderr).toBe('');
  });
});

describe('wrong arguments', () => {
  it.each([
    ['--frobnicate', '--frobnicate'],
    ['--fail-on=sometimes', '"sometimes"'],
    ['file:///etc/hosts', 'file:///etc/hosts'],
    ['--browser-path=/no/browser', '/no/browser'],
  ])('%s are named, with exit status 2', async (argument, named) => {
    const { status, stdout, stderr } = await runCli(argument, ...(argument.startsWith('--b') ? [demo.url] : []));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('a run with a page that nothing answers for and one that is not found', () => {
  let result: CliResult;
  let out = '';
  let dead = '';
  let missing = '';
  beforeAll(async () => {
    out = path.join(folder, 'partly');
    dead = `http://127.0.0.1:${await closedPort()}/`;
    missing = `${demo.url}/no-such-page`;
    const [home = '', , cart = ''] = demo.pages;
    result = await runCli(home, dead, missing, cart, '--json', '--out', out);
  });

  it('has exit status 2 and names both with the reason', () => {
    expect(result.status).toBe(2);
    expect(result.stderr).toContain(`${dead} could not be loaded: nothing listens at that address`);
    expect(result.stderr).toContain(`${missing} could not be loaded: the server answered with HTTP 404`);
  });

  it('reports the other pages all the same', () => {
    const report = JSON.parse(result.stdout) as SessionReport;
    const paths = report.pageLoads.map(({ url }) => new URL(url).pathname);
    expect(paths).toEqual(expect.arrayContaining(['/', '/cart']));
    expect(result.stderr).toContain('Slowest resources');
  });

  it('prints on stdout the report alone, valid by its schema, and writes the same to session.json', async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    validate(JSON.parse(result.stdout));
    expect(validate.errors ?? []).toEqual([]);
    expect(await readFile(path.join(out, 'session.json'), 'utf8')).toBe(result.stdout.replace(/\n$/, ''));
  });

  it('has complete ledgers: every entry that was made is in the report', () => {
    const { pageLoads } = JSON.parse(result.stdout) as SessionReport;
    for (const { url, ledger, entries } of pageLoads) {
      expect({ url, complete: ledger.complete, stored: ledger.stored }).toEqual({
        url,
        complete: true,
        stored: entries.length,
      });
    }
  });

  it('writes the report as a page without scripts, and the picture of the panel', async () => {
    expect(await readFile(path.join(out, 'report.html'), 'utf8')).not.toMatch(/<script/i);
    const png = await readFile(path.join(out, 'panel.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1400, 900]);
  });
});

describe('--fail-on', () => {
  it('error makes broken limits exit status 1, and the table names them with their offenders', async () => {
    const { status, stdout } = await single.fails;
    expect(status).toBe(1);
    expect(stdout).toMatch(/error +total transfer .*\/images\/hero\.png/);
    expect(stdout).toMatch(/LCP .* (good|needs improvement|poor), #hero/);
  });

  it('leaves the exit status 0 when no limit is broken at the error level', async () => {
    const { status, stdout } = await single.holds;
    // On a busy machine a response may come later than the 200 ms of a warning.
    expect(stdout).toMatch(/All \d+ measured limits hold\.|\d of \d+ measured limits (?:is|are) at the warning level/);
    expect(stdout).not.toMatch(/^ +error /m);
    expect(status).toBe(0);
    const written = ['har', 'md', 'resources.csv', 'trace.json'].map((extension) => `session.${extension}`);
    expect(await readdir(path.join(folder, 'hold'))).toEqual(expect.arrayContaining(written));
  });
});

describe("--budgets with Lighthouse's budget.json", () => {
  it('holds the page against it, in the terminal and in the panel alike', async () => {
    const { status, stdout } = await single.tight;
    expect(stdout).toMatch(/error +number of scripts/);
    expect(stdout).not.toContain('LCP is');
    expect(status).toBe(1);
  });

  it('is taken for the verdict on what was exported too, without a browser', async () => {
    await single.tight;
    const check = async (scripts: number) => {
      const session = path.join(folder, 'budgets', 'session.json');
      return runCli('--check', session, '--budgets', await scriptBudget(scripts), '--fail-on', 'warn');
    };
    expect(await Promise.all([check(100), check(0)])).toMatchObject([{ status: 0 }, { status: 1 }]);
  });

  it('names the place at which a file is wrong', async () => {
    const file = path.join(folder, 'wrong.json');
    await writeFile(file, '[{ "path": "/*", "resourceCount": [] }]');
    const { status, stderr } = await runCli(demo.url, '--budgets', file);
    expect(status).toBe(2);
    expect(stderr).toMatch(/wrong\.json: .*resourceCount/);
  });
});

describe('Ctrl-C', () => {
  it('ends the browser and leaves nothing behind', async () => {
    const temporary = await mkdtemp(path.join(folder, 'tmp-'));
    const run = startCli([demo.pages[0] ?? '', '--out', path.join(folder, 'never')], { TMPDIR: temporary });
    await run.seen('[1/1]');
    run.child.kill('SIGINT');
    expect((await run.result).status).toBe(130);
    expect((await readdir(temporary)).filter((name) => name.startsWith('vitalog-profile-'))).toEqual([]);
  });
});

/** A file in Lighthouse's format that allows so many scripts on every page. */
async function scriptBudget(scripts: number): Promise<string> {
  const file = path.join(folder, `budget-${scripts}.json`);
  const limits = [{ resourceType: 'script', budget: scripts }];
  await writeFile(file, JSON.stringify([{ path: '/*', resourceCounts: limits }]));
  return file;
}

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
