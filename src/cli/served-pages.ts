/** The pages to profile, and what ends the server that they may need. */
export interface ServedPages {
  readonly urls: readonly string[];
  close(): Promise<void>;
}

/** The given URLs, or, when there are none, those of the demo shop, which is started for them. */
export async function servedPages(urls: readonly string[]): Promise<ServedPages> {
  if (urls.length > 0) return { urls, close: async () => undefined };
  // Only then: the shop's files are made at import.
  const { startDemo } = await import('../../test/pages/demo/server.ts');
  const demo = await startDemo();
  return { urls: demo.pages, close: () => demo.close() };
}
