/**
 * Whether a tab's page is recorded, and if not, why: its site is paused or not on the list, its DevTools are closed, the user withholds
 * access to the site, or it is none that an extension may see.
 */
export type RecordingState = 'recording' | 'paused' | 'not-listed' | 'no-devtools' | 'no-access' | 'restricted';

/** The recording state of the page in a tab. */
export interface TabRecording {
  readonly state: RecordingState;
  /** Null where the browser does not tell the page's URL. */
  readonly origin: string | null;
  /** The tab is in a private window: what it does must not reach the disk. */
  readonly isPrivate: boolean;
}
