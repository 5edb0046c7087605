import type { AnalysisContext } from '../analysis/analysis-context.ts';
import type { BaselineSample } from '../analysis/budgets/baseline.ts';
import type { CacheRequests } from '../channel/cache-requests.ts';
import type { TabListeners } from '../channel/watch-tab.ts';
import type { PageAnalysis } from '../model/analysis.ts';
import type { StoredSession, StoreStatistics } from '../model/cache.ts';
import type { OutlineResult, OutlineTarget } from '../model/outline.ts';
import type { HistoryRecord } from '../model/page-load-summary.ts';
import type { RedactionLevel, SessionReport } from '../model/report.ts';
import type { PageLoadKeys, RequestPage, StoreReader } from '../store/reader.ts';
import type { BrowserTools } from './browser-tools.ts';

/** The store as a whole: what is in it, and what may be changed. */
export interface StorageSource extends CacheRequests {
  statistics(): Promise<StoreStatistics>;
  /** All sessions, the last used first. */
  listSessions(): Promise<readonly StoredSession[]>;
  /** Ids of all that could be listed, the newest first. */
  listPageLoadKeys(): Promise<PageLoadKeys>;
  /** Those of the summaries that are there. */
  getHistory(pageLoadIds: readonly string[]): Promise<readonly HistoryRecord[]>;
}

/**
 * Where the panel's data comes from: the store of the extension, or a recording in the playground. `subscribe` starts to tell
 * of the tab's session and returns what stops it; a session told again (after a reconnect) means to read everything anew.
 */
export interface SessionSource extends Omit<StoreReader, 'getPageLoad'> {
  /** What the network log of DevTools told of a page load, but for batches that were read already. */
  readRequests(pageLoadId: string, known?: ReadonlySet<string>): Promise<RequestPage>;
  subscribe(listeners: TabListeners): () => void;
  /** Has the site of the tab recorded again: takes it off the paused ones, or puts it on the list. */
  record?(host: string, how: 'resume' | 'list'): Promise<void>;
  /** Loads the page in the tab again; `ignoreCache` has every file fetched anew. */
  reload?(ignoreCache: boolean): void;
  /** The browser's panels that can be opened from here; not there where no browser's DevTools are around the panel. */
  readonly tools?: BrowserTools;
  /** Outlines elements in the page in place of those that are, or none. Null for none, and when something else was asked meanwhile. */
  outline?(target: OutlineTarget | null): Promise<OutlineResult | null>;
  /**
   * Shows the element that is outlined, in a frame of that URL or the top document, in DevTools' own view; false when that could
   * not be done.
   */
  inspectOutlined?(frame: string | null): Promise<boolean>;
  /** What is known of an origin's page loads, of any session, for relative limits; oldest first. */
  readSamples?(origin: string): Promise<readonly BaselineSample[]>;
  /** Resolves when the page that is open has told what it tells only when asked, or had time to: before an export. */
  completed?(): Promise<void>;
  /** The user has read that stored rows were lost: it need not be told again. */
  lossRead?(): void;
  /** The exported session that it was read from. */
  readonly imported?: SessionReport;
  /** How much was hidden in the HAR file that it was read from: that stays hidden, whatever is asked for. */
  readonly redacted?: RedactionLevel;
  /** The analysis that came with a page load, judged anew; where it is not there, one is made from the entries. */
  analysisOf?(pageLoadId: string, context: AnalysisContext): PageAnalysis | null;
  /** Null where there is no store behind it. */
  readonly storage?: StorageSource | null;
}
