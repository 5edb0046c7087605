import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Frame } from 'puppeteer';
import { poll } from '../../../src/cli/browser/poll.ts';
import type { SessionReport } from '../../../src/model/report.ts';

/** Clicks the panel's button for JSON and reads the file that the browser saved. */
export async function exportSession(browser: Browser, panel: Frame): Promise<SessionReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-export-'));
  const session = await browser.target().createCDPSession();
  try {
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await panel.click('[aria-label="Export JSON"]');
    const file = await poll(async () => (await readdir(folder)).find((name) => name.endsWith('.json')) ?? null, {
      every: 100,
      timeout: 15_000,
      onTimeout: () => new Error('The panel saved no JSON file within 15 s.'),
    });
    return JSON.parse(await readFile(path.join(folder, file), 'utf8')) as SessionReport;
  } finally {
    await session.detach();
    await rm(folder, { recursive: true });
  }
}
