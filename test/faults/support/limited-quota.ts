import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DIST, type TestBrowser } from '../../e2e/support/extension.ts';

/** The built extension without `unlimitedStorage`, to which the browser's quota applies; in a folder of its own. */
export async function withoutUnlimitedStorage(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-limited-'));
  await cp(DIST, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { readonly permissions: readonly string[] };
  const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  await writeFile(file, JSON.stringify({ ...manifest, permissions }));
  return folder;
}

/** Gives the extension so many bytes; null: as many as the browser likes. */
export async function setQuota(
  { extensionPage, extensionId }: TestBrowser,
  bytes: number | null,
): Promise<() => Promise<void>> {
  const session = await extensionPage.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: `chrome-extension://${extensionId}`,
    ...(bytes !== null && { quotaSize: bytes }),
  });
  // The override ends with the session.
  return () => session.detach();
}
