import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SessionReport } from '../../src/model/report.ts';
import { testReportNamesFaults } from './support/report-names-faults.ts';
import { type CliResult, runCli } from './support/run-cli.ts';

let run: CliResult;
let report: SessionReport;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-demo-'));
  try {
    run = await runCli('--json', '--out', folder);
  } finally {
    await rm(folder, { recursive: true });
  }
  report = JSON.parse(run.stdout) as SessionReport;
});

describe('npm start without a URL', () => {
  test('profiles the demo shop', () => {
    expect({ status: run.status, pages: report.pageLoads.length >= 3 }).toEqual({ status: 0, pages: true });
  });

  testReportNamesFaults(() => report.pageLoads);
});
