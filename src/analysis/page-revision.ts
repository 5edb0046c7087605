import type { PageLoadRecord } from '../model/page-load.ts';

/** Grows with every change of a page load or of a document in one of its frames, and with every new such document. */
export function pageRevision(pageLoad: PageLoadRecord, frames: readonly PageLoadRecord[]): number {
  return frames.reduce((sum, { revision }) => sum + revision, pageLoad.revision);
}
