import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { changedWindow } from '../changed-window.ts';
import { firstIndexFrom } from '../first-index-from.ts';
import { mergeByStart } from '../merge-by-start.ts';
import { isOnWire } from '../url.ts';
import { isContainer, isDocument, pairDocuments } from './pair-documents.ts';

/** A page's requests with those of its frames, the page's document first, then by start time. */
export type FrameMerge = (
  own: readonly ResourceRecord[],
  ofFrames: readonly ResourceRecord[],
) => readonly ResourceRecord[];

/**
 * Merges the requests of one page with those of its frames as both grow; a call costs what is later than the first change. The document
 * of a frame is in two timelines: as a request of the element in the parent's, and as the navigation in its own, which knows its
 * size and phases also across origins. The latter stays, and is the same record for as long as nothing about it changes.
 */
export function createFrameMerge(): FrameMerge {
  let known: { readonly own: readonly ResourceRecord[]; readonly ofFrames: readonly ResourceRecord[] } = {
    own: [],
    ofFrames: [],
  };
  let asked: ReadonlyMap<ResourceRecord, ResourceRecord> = new Map();
  let twice: ReadonlySet<ResourceRecord> = new Set();
  let merged: readonly ResourceRecord[] = [];
  const named = new Map<ResourceRecord, ResourceRecord>();

  /** Pairs documents with elements anew; answers those that were or are in a pair which is not as before. */
  function pairAnew(own: readonly ResourceRecord[], ofFrames: readonly ResourceRecord[]): readonly ResourceRecord[] {
    const before = asked;
    asked = pairDocuments(ofFrames.filter(isDocument), [...own, ...ofFrames].filter(isContainer));
    twice = new Set(asked.values());
    const others = [...before, ...asked].filter(([document]) => before.get(document) !== asked.get(document));
    return others.flat();
  }

  function asRequest(record: ResourceRecord): ResourceRecord {
    if (!isDocument(record)) return record;
    const initiatorType = asked.get(record)?.initiatorType ?? 'iframe';
    const made = named.get(record);
    const request = made?.initiatorType === initiatorType ? made : { ...record, initiatorType };
    named.set(record, request);
    return request;
  }

  return (own, ofFrames) => {
    const changed = [...changedRecords(known.own, own), ...changedRecords(known.ofFrames, ofFrames)];
    const repaired = changed.some((record) => isDocument(record) || isContainer(record)) ? pairAnew(own, ofFrames) : [];
    known = { own, ofFrames };
    const from = Math.min(earliest(changed), earliest(repaired));
    const head = own[0] !== undefined && isDocument(own[0]) ? 1 : 0;
    const rest = own.slice(head);
    const once = (record: ResourceRecord) => record.startTime >= from && !twice.has(record);
    const tail = rest.slice(firstIndexFrom(rest, from, startOf)).filter(once);
    const requests = ofFrames.filter((record) => once(record) && (!isDocument(record) || isOnWire(record.url)));
    merged = merged.slice(0, firstIndexFrom(merged, from, startOf)).concat(mergeByStart(tail, requests.map(asRequest)));
    return own.slice(0, head).concat(merged);
  };
}

function changedRecords(
  before: readonly ResourceRecord[],
  after: readonly ResourceRecord[],
): readonly ResourceRecord[] {
  const { from, toBefore, toAfter } = changedWindow(before, after);
  return [...before.slice(from, toBefore), ...after.slice(from, toAfter)];
}

function earliest(records: readonly ResourceRecord[]): Milliseconds {
  return records.reduce((least, { startTime }) => Math.min(least, startTime), Number.POSITIVE_INFINITY);
}

function startOf({ startTime }: ResourceRecord): Milliseconds {
  return startTime;
}
