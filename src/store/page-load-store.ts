import type { PageDocuments } from './page-documents.ts';
import type { StoreReader } from './reader.ts';
import type { StoredPageLoad } from './schema.ts';
import type { Change } from './writer.ts';

/** What a decision may depend on beside the page load. */
export interface StoreConditions {
  /** Names the store of the moment: a database that was lost, or the memory of a worker that ended, had another name. */
  readonly epoch: string;
  /** There is no room for entries; only the page load's record can be kept. */
  readonly limited: boolean;
}

/** Decides on a page load's change from what is stored of it; synchronous, and free of effects, since it may run twice. */
export type DecideIn = (stored: StoredPageLoad | undefined, conditions: StoreConditions) => Change | null;

/** Takes changes of several page loads in together; resolves when they are as safe as the store can make them. */
export type Commit = (decisions: ReadonlyMap<string, DecideIn>) => Promise<void>;

/** What the background needs of a store of page loads, wherever it keeps them. */
export interface PageLoadStore extends Omit<StoreReader, 'getPageLoads'> {
  readonly commit: Commit;
  /** A page load with the documents in its frames; null when it is not there (any more). */
  readDocuments(pageLoadId: string): Promise<PageDocuments | null>;
  /** Page loads that no final record has ended. */
  openPageLoads(belongs: (record: StoredPageLoad) => boolean): Promise<readonly string[]>;
  /** Deletes the page loads of an origin, with those of frames in them; resolves with how many of the origin there were. */
  forgetOrigin(origin: string): Promise<number>;
  /** How many page loads of an origin there are. */
  countPageLoads(origin: string): Promise<number>;
}
