import type { NavigationEntry, ResourceEntry } from '../../model/entries.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { mergeByStart } from '../merge-by-start.ts';
import { type PageIdentity, resourceRecordOf } from './resource-record.ts';

/** The requests of a page load, extended as entries come. */
export interface ResourceLog {
  addResource(entry: ResourceEntry): void;
  /** The navigation entry may come more than once (Firefox reports it early, with zeros); the last one is true. */
  addNavigation(entry: NavigationEntry): void;
  navigation(): NavigationEntry | null;
  /** The document first, then requests by start time. `page` must be the same page at each call. */
  records(page: PageIdentity): readonly ResourceRecord[];
}

/** An empty log. Records are made once: a call of `records` costs what was added since the last one, and a merge. */
export function createResourceLog(): ResourceLog {
  let navigation: NavigationEntry | null = null;
  let pending: ResourceEntry[] = [];
  let document: ResourceRecord | null = null;
  /** The document of the last call, if there was one, and all requests. */
  let records: readonly ResourceRecord[] = [];
  return {
    addResource: (entry) => pending.push(entry),
    addNavigation(entry) {
      navigation = entry;
      if (document !== null) records = records.slice(1);
      document = null;
    },
    navigation: () => navigation,
    records(page) {
      // Nothing starts before its document, so that a merge leaves that at the top.
      const made = pending.map((entry) => resourceRecordOf(entry, page));
      pending = [];
      if (navigation !== null && document === null) {
        document = resourceRecordOf(navigation, page);
        records = [document].concat(records);
      }
      records = mergeByStart(records, made);
      return records;
    },
  };
}
