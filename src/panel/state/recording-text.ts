import type { RecordingState, TabRecording } from '../../model/recording.ts';
import type { Tone } from './tone.ts';

/** What can be done about a recording state with one press. */
export type RecordingAction = 'pause' | 'resume' | 'list' | 'allow';

/** A recording state in words, and what changes it. */
export interface RecordingText {
  readonly tone: Tone;
  readonly label: string;
  /** More to know, or where to change it. */
  readonly note: string | null;
  readonly action: { readonly does: RecordingAction; readonly label: string } | null;
}

/** What becomes of a recording there. */
export const PRIVATE_WINDOW =
  'Private window: what is recorded stays in memory and is gone when the last private window is closed.';

/** The host of the tab's page; null where the browser does not tell it. */
export function hostOf({ origin }: TabRecording): string | null {
  return origin === null ? null : new URL(origin).host;
}

/** Says whether the page of a tab is recorded, and what to do about it. `host` is null where the browser does not tell it. */
export function recordingText(state: RecordingState, host: string | null, isPrivate: boolean): RecordingText {
  const text = TEXTS[state];
  const named = { ...text, label: text.label.replace('%', host ?? 'this page') };
  if (!isPrivate) return named;
  // The settings are kept on the disk: a site that is visited in private does not belong there.
  return {
    ...named,
    note: PRIVATE_WINDOW,
    action: text.action?.does === 'allow' ? text.action : null,
  };
}

const TEXTS: Readonly<Record<RecordingState, RecordingText>> = {
  recording: {
    tone: 'good',
    label: 'Recording %',
    note: null,
    action: { does: 'pause', label: 'Pause on this site' },
  },
  paused: {
    tone: 'warn',
    label: 'Paused on %',
    note: null,
    action: { does: 'resume', label: 'Resume' },
  },
  'not-listed': {
    tone: 'none',
    label: '% is not on the list of recorded sites',
    note: null,
    action: { does: 'list', label: 'Add this site' },
  },
  'no-devtools': {
    tone: 'none',
    label: 'Not recording %',
    note: 'By the options, a tab is recorded while its DevTools are open. Press F12.',
    action: null,
  },
  'no-access': {
    tone: 'warn',
    label: 'No access to %',
    note: 'The browser withholds access to some or all sites. Nothing is recorded there.',
    action: { does: 'allow', label: 'Allow on all sites' },
  },
  restricted: {
    tone: 'none',
    label: 'Not recording',
    note: 'Only http and https pages are recorded, except those of sites that the browser closes to extensions.',
    action: null,
  },
};
