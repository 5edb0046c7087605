import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';
import type { SessionReport } from '../../../src/model/report.ts';

/** Has the panel export the session as JSON and reads the file that the browser saved. */
export async function exportSession(browser: Browser, panel: Frame): Promise<SessionReport> {
  const text = await saveFromDialog(browser, panel);
  await closeDialog(panel);
  return JSON.parse(text) as SessionReport;
}

/** Closes the dialog of exports with its button. */
export async function closeDialog(panel: Frame): Promise<void> {
  await panel.locator('[data-testid="export-dialog"] ::-p-aria([name="Close"][role="button"])').click();
  await panel.waitForSelector('[data-testid="export-dialog"]', { hidden: true });
}

/** Opens the dialog of exports unless it is open, makes the choices in it, saves, and reads the file that the browser saved. */
export async function saveFromDialog(
  browser: Browser,
  panel: Frame,
  choose: (panel: Frame) => Promise<void> = async () => {},
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-export-'));
  const session = await browser.target().createCDPSession();
  try {
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    if ((await panel.$('[data-testid="export-dialog"]')) === null)
      await panel.locator('::-p-aria([name="Export…"][role="button"])').click();
    await panel.waitForSelector('[data-testid="export-dialog"][open]');
    await choose(panel);
    await panel.locator('[data-testid="export-save"]:not(:disabled)').click();
    const file = await poll(
      async () =>
        (await readdir(folder)).find((name) => name.startsWith('vitalog-') && !name.endsWith('.crdownload')) ?? null,
      {
        every: 100,
        timeout: 15_000,
        onTimeout: () => new Error('The panel saved no file within 15 s.'),
      },
    );
    return await readFile(path.join(folder, file), 'utf8');
  } finally {
    await session.detach();
    await rm(folder, { recursive: true });
  }
}
