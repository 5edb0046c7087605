import { type ReadonlySignal, signal } from '@preact/signals';
import { watchSite } from '../channel/watch-site.ts';
import type { TabRecording } from '../model/recording.ts';
import { listSite, pauseSite, resumeSite } from '../panel/site-choice.ts';

/** What was deleted at the user's word. */
export interface Forgotten {
  readonly origin: string;
  readonly pageLoads: number;
}

/** The site in the tab that the popup belongs to, and what can be done about it. */
export interface SiteState {
  /** Null until the background has answered. */
  readonly recording: ReadonlySignal<TabRecording | null>;
  /** Null until something was forgotten. */
  readonly forgotten: ReadonlySignal<Forgotten | null>;
  pause(host: string): Promise<void>;
  /** Takes every pattern that covers the host off the paused sites. */
  resume(host: string): Promise<void>;
  /** Puts the host on the list of recorded sites. */
  list(host: string): Promise<void>;
  /** How many page loads of the origin are stored. */
  count(origin: string): Promise<number>;
  forget(origin: string): void;
}

/** Connects the popup to the background for as long as it is open. `count` reads how many page loads of an origin are stored. */
export function createSiteState(tabId: number, count: SiteState['count']): SiteState {
  const recording = signal<TabRecording | null>(null);
  const forgotten = signal<Forgotten | null>(null);
  const site = watchSite(tabId, {
    onRecording(told) {
      recording.value = told;
    },
    onForgotten(origin, pageLoads) {
      forgotten.value = { origin, pageLoads };
    },
  });
  return {
    recording,
    forgotten,
    pause: pauseSite,
    resume: resumeSite,
    list: listSite,
    count,
    forget: site.forget,
  };
}
