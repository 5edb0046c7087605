import type { EntryRecord } from '../../model/entries.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { EpochMilliseconds } from '../../model/units.ts';
import { createFrameMerge } from './frame-documents.ts';
import type { EntityOf, PartyOf } from './party.ts';
import { createResourceLog, type ResourceLog } from './resource-log.ts';

/** The requests of the documents in a page's frames, extended as entries come. */
export interface FrameLogs {
  extend(frame: PageLoadRecord, entries: readonly EntryRecord[]): void;
  /** The newest records of the frames. */
  frames(): readonly PageLoadRecord[];
  /** The page's own requests and those of its frames, on the page's clock: the document first, then by start time. */
  mergeInto(
    own: readonly ResourceRecord[],
    page: { readonly timeOrigin: EpochMilliseconds; readonly partyOf: PartyOf; readonly entityOf: EntityOf },
  ): readonly ResourceRecord[];
}

/** No frame yet. */
export function createFrameLogs(): FrameLogs {
  const merge = createFrameMerge();
  const logs = new Map<string, { readonly frame: PageLoadRecord; readonly log: ResourceLog }>();
  return {
    extend(frame, entries) {
      const log = logs.get(frame.pageLoadId)?.log ?? createResourceLog();
      logs.set(frame.pageLoadId, { frame, log });
      for (const entry of entries) {
        if (entry.entryType === 'resource') log.addResource(entry);
        else if (entry.entryType === 'navigation') log.addNavigation(entry);
      }
    },
    frames: () => [...logs.values()].map(({ frame }) => frame),
    mergeInto(own, { timeOrigin, partyOf, entityOf }) {
      if (logs.size === 0) return own;
      const ofFrames = [...logs.values()].flatMap(({ frame: { origin, url, timeOrigin: begun }, log }) =>
        // The clocks of two processes may differ by a little; no frame is older than its page.
        log.records({ origin, partyOf, entityOf, frame: { url, offset: Math.max(0, begun - timeOrigin) } }),
      );
      return merge(own, ofFrames);
    },
  };
}
