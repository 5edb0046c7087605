import browser from 'webextension-polyfill';

const KEY = 'browserRun';
let pending: Promise<string> | null = null;

/** An id for this run of the browser: `storage.session` outlives the worker's sleep and ends with the browser. */
export function browserRun(): Promise<string> {
  pending ??= readOrMake().catch((error: unknown) => {
    pending = null;
    throw error;
  });
  return pending;
}

async function readOrMake(): Promise<string> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  if (typeof stored === 'string') return stored;
  const made = crypto.randomUUID();
  await browser.storage.session.set({ [KEY]: made });
  return made;
}
