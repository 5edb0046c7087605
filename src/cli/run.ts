import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnalyzedPage, analyzeSession } from '../analysis/analyze-session.ts';
import { STARTER_BUDGET } from '../analysis/budgets/starter.ts';
import { HOST_NAMES } from '../analysis/resources/host-data.ts';
import type { Budget } from '../model/budget.ts';
import { EXPORT_FORMATS, type ExportFormatId } from '../report/export-formats.ts';
import { reportToHtml } from '../report/html.ts';
import { reportToJson } from '../report/json.ts';
import type { SanitizedReport } from '../report/sanitize.ts';
import { writeReport as textOf } from '../report/writers/report-writer.ts';
import { parseCommandLine, type RunOptions } from './args.ts';
import { launchFirefox } from './browser/firefox/launch-firefox.ts';
import { type LaunchedBrowser, launchBrowser } from './browser/launch-browser.ts';
import { check } from './check.ts';
import { messageOf } from './cli-error.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { HELP } from './help.ts';
import { type Output, processOutput } from './output.ts';
import { profileSession, type SessionProfile } from './profile/profile-session.ts';
import { budgetsOf } from './read-budgets.ts';
import { budgetStatus } from './results/budget-status.ts';
import { pageTable } from './results/page-table.ts';
import { reportOf } from './results/report-of.ts';
import { writeFiles } from './results/write-files.ts';
import { servedPages } from './served-pages.ts';

/**
 * The command line: profiles the pages, prints, writes the report. `dist` holds the unpacked extensions.
 * Never rejects; what went wrong is printed and in the exit status.
 */
export async function run(argv: readonly string[], dist: string): Promise<ExitStatus> {
  const out = processOutput(argv.includes('--json'));
  try {
    const command = parseCommandLine(argv);
    if (command.kind === 'run') return await profile(command.options, dist, out);
    if (command.kind === 'check') return await check(command.options, out);
    out.print(HELP);
    return EXIT.ok;
  } catch (error) {
    out.error(messageOf(error));
    return EXIT.failed;
  }
}

async function profile(options: RunOptions, builds: string, out: Output): Promise<ExitStatus> {
  const dist = path.join(builds, options.browser);
  const launch = options.browser === 'firefox' ? launchFirefox : launchBrowser;
  const budgets = (await budgetsOf(options.budgets, out)) ?? [STARTER_BUDGET];
  const pages = await servedPages(options.urls);
  try {
    const launched = await launch({ dist, headless: !options.open, browserPath: options.browserPath });
    try {
      const settings = { urls: pages.urls, interact: options.interact, staysOpen: options.open, budgets };
      const session = await profileSession(launched, settings, out.progress);
      const status = await report(session, options, budgets, await extensionVersion(dist), out);
      if (options.open && session.pages.length > 0) await untilClosed(launched, out);
      return status;
    } finally {
      await launched.close();
    }
  } finally {
    await pages.close();
  }
}

async function report(
  session: SessionProfile,
  options: RunOptions,
  budgets: readonly Budget[],
  version: string,
  out: Output,
): Promise<ExitStatus> {
  const analyzed = analyzeSession(session.snapshots, Date.now(), { budgets, hosts: HOST_NAMES });
  const visited = session.pages.flatMap(({ pageLoadId, notes }) =>
    analyzed.filter(({ analysis }) => analysis.pageLoadId === pageLoadId).map((page) => ({ page, notes })),
  );
  for (const { page, notes } of visited) {
    const { url, selfCost } = page.snapshot.pageLoad;
    out.print(`\n${pageTable(url, page.analysis, notes, selfCost.backOff)}`);
  }
  if (session.screenshot !== null) await writeReport(analyzed, session.screenshot, options, version, out);
  for (const failure of session.failures) out.error(`\n${failure}`);
  if (session.failures.length > 0) return EXIT.failed;
  return budgetStatus(
    visited.flatMap(({ page }) => page.analysis.budgetResults),
    options.failOn,
    out,
  );
}

async function writeReport(
  analyzed: readonly AnalyzedPage[],
  screenshot: Uint8Array,
  { out: folder, json, formats, level }: RunOptions,
  version: string,
  out: Output,
): Promise<void> {
  const sanitized = reportOf(analyzed, version, Date.now(), level);
  const text = reportToJson(sanitized);
  const files = {
    'session.json': text,
    'report.html': reportToHtml(sanitized),
    'panel.png': screenshot,
    ...moreFiles(sanitized, formats),
  };
  const written = await writeFiles(folder, files);
  out.print(`\nWritten: ${written.join(', ')}`);
  if (json) await out.report(text);
}

/** The files of the formats that were asked for beside the two that are always written. */
function moreFiles(report: SanitizedReport, formats: readonly ExportFormatId[]): Readonly<Record<string, string>> {
  const names = formats.filter((format) => format !== 'json' && format !== 'html');
  return Object.fromEntries(
    names.map((format) => [
      `session.${EXPORT_FORMATS[format].extension}`,
      textOf(EXPORT_FORMATS[format].writer(), report),
    ]),
  );
}

async function untilClosed({ browser }: LaunchedBrowser, out: Output): Promise<void> {
  out.progress('\nThe browser stays open with the panel. Close it, or press Ctrl-C here, to end.');
  await new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
}

async function extensionVersion(dist: string): Promise<string> {
  return JSON.parse(await readFile(path.join(dist, 'manifest.json'), 'utf8')).version;
}
