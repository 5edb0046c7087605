import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import type { Frame } from 'puppeteer';

/** Chooses a file of this content in the panel's storage view, as a user does. */
export async function openFile(panel: Frame, name: string, content: string | Uint8Array): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-import-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, content);
    await panel.locator('#tab-storage').click();
    const input = await panel.waitForSelector('input[data-testid="open-session-file"]');
    if (!input) throw new Error('The storage view has no field for files.');
    await input.uploadFile(file);
    await panel.waitForSelector('[data-testid="imported"], [data-testid="import-failed"]');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Why the last file was refused; takes the notice away. */
export async function refusal(panel: Frame): Promise<string> {
  const notice = await panel.waitForSelector('[data-testid="import-failed"]');
  const text = (await notice?.evaluate((element) => element.textContent)) ?? '';
  await panel.locator('[data-testid="import-failed"] button').click();
  await panel.waitForSelector('[data-testid="import-failed"]', { hidden: true });
  return text;
}

/** Blocks of zeros that end on a byte, over and over: 10 MB stand for 10 GiB. */
export function gzipBomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(10 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  return Buffer.concat([header, ...Array.from({ length: 1024 }, () => block)]);
}
