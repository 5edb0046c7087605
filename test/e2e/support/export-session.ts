import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';
import type { SessionReport } from '../../../src/model/report.ts';

/** Has the panel export the session as JSON and reads the file that the browser saved. */
export async function exportSession(browser: Browser, panel: Frame): Promise<SessionReport> {
  const text = await saveFromForm(browser, panel);
  await closeForm(panel);
  return JSON.parse(text) as SessionReport;
}

/** Closes the form of exports, of the panel or the popup, with its button. */
export async function closeForm(frame: Frame): Promise<void> {
  await frame.locator('[data-testid="export-form"] ::-p-aria([name="Close"][role="button"])').click();
  await frame.waitForSelector('[data-testid="export-form"]', { hidden: true });
}

/** Opens the form of exports unless it is open. */
export async function openForm(frame: Frame): Promise<void> {
  if ((await frame.$('[data-testid="export-form"]')) === null)
    await frame.locator('::-p-aria([name="Export…"][role="button"])').click();
  await frame.waitForSelector('[data-testid="export-form"]');
}

/** Opens the form of exports, makes the choices in it, saves, and reads the file that the browser saved. */
export function saveFromForm(
  browser: Browser,
  frame: Frame,
  choose: (frame: Frame) => Promise<void> = async () => {},
): Promise<string> {
  return withDownloads(browser, async (folder) => {
    await openForm(frame);
    await choose(frame);
    await frame.locator('[data-testid="export-save"]:not(:disabled)').click();
    return readFile(path.join(folder, await savedFile(folder)), 'utf8');
  });
}

/** Has the browser save into a folder of its own meanwhile. */
export async function withDownloads<T>(browser: Browser, act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-export-'));
  const session = await browser.target().createCDPSession();
  try {
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return await act(folder);
  } finally {
    await session.detach();
    await rm(folder, { recursive: true });
  }
}

/** The name of the file that the browser has saved there, when it is whole. Firefox puts an empty one in place first. */
export function savedFile(folder: string): Promise<string> {
  return poll(
    async () => {
      const names = await readdir(folder);
      const name = names.find((candidate) => candidate.startsWith('vitalog-'));
      if (name === undefined || names.some((other) => /\.(crdownload|part)$/.test(other))) return null;
      return (await stat(path.join(folder, name))).size > 0 ? name : null;
    },
    { every: 100, timeout: 15_000, onTimeout: () => new Error('No file was saved within 15 s.') },
  );
}
