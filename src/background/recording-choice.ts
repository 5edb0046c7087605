import type { RecordingState } from '../model/recording.ts';
import type { Settings } from '../model/settings.ts';
import { matchesSite } from '../model/site-pattern.ts';

/** The site that a document belongs to: that of its tab's top document, so that a page and its frames share one fate. */
export interface Site {
  /** `URL.host` of the top document. */
  readonly host: string;
  readonly tabHasDevtools: boolean;
}

/** What the settings say of a site: `recording`, or why it is not. Being paused counts before all else. */
export function recordingChoice(
  settings: Settings,
  { host, tabHasDevtools }: Site,
): Extract<RecordingState, 'recording' | 'paused' | 'not-listed' | 'no-devtools'> {
  const isOneOf = (patterns: readonly string[]) => patterns.some((pattern) => matchesSite(pattern, host));
  if (isOneOf(settings.paused)) return 'paused';
  if (settings.record === 'listed' && !isOneOf(settings.listed)) return 'not-listed';
  if (settings.record === 'devtools' && !tabHasDevtools) return 'no-devtools';
  return 'recording';
}

/** Whether documents of a site are recorded. */
export function isRecorded(settings: Settings, site: Site): boolean {
  return recordingChoice(settings, site) === 'recording';
}
