import { isUnavailable, openAhead, openReader, readRequests } from '../../store/reader.ts';
import { createSnapshotCache } from '../state/snapshot-cache.ts';
import type { AnalystQuestion } from './analyst-messages.ts';
import { createAnalystService } from './analyst-service.ts';
import { createLocalAnalyst } from './local-analyst.ts';

/** Reads and analyses page loads off the panel's thread. */
openAhead();
const source = { readEntries: openReader().readEntries, readRequests };
const analyst = createLocalAnalyst(source, createSnapshotCache(source));
const answer = createAnalystService(analyst, isUnavailable, (message) => self.postMessage(message));

self.addEventListener('message', ({ data }: MessageEvent<AnalystQuestion>) => void answer(data));
