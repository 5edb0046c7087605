import type { PageLoadStore } from '../store/page-load-store.ts';
import type { Collectors } from './collectors.ts';

/**
 * Deletes what is stored of an origin. Its documents that are open stop first, with the frames in them: nothing of what was
 * forgotten comes back before they are loaded anew. Resolves with how many page loads were deleted.
 */
export async function forgetSite(
  origin: string,
  collectors: Collectors,
  stores: readonly Pick<PageLoadStore, 'forgetOrigin'>[],
): Promise<number> {
  const { host } = new URL(origin);
  for (const collector of collectors.all()) {
    if (collector.origin === origin || collector.siteHost === host) collector.stop();
  }
  const counts = await Promise.all(stores.map((store) => store.forgetOrigin(origin)));
  return counts.reduce((sum, count) => sum + count, 0);
}
