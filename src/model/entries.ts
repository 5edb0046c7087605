import type { Json } from './json.ts';
import type { Observation, ObservationType } from './observations.ts';
import type { Milliseconds } from './units.ts';

/** The entry types that the collector asks the browser for; which of them are there is recorded per page load. */
export const OBSERVED_ENTRY_TYPES = [
  'navigation',
  'resource',
  'paint',
  'largest-contentful-paint',
  'layout-shift',
  'longtask',
  'long-animation-frame',
  'event',
  'first-input',
  'element',
  'mark',
  'measure',
  'visibility-state',
  'soft-navigation',
  'interaction-contentful-paint',
] as const;

/** A `PerformanceEntry.entryType` that we record, or the type of an observation of our own. */
export type EntryType = (typeof OBSERVED_ENTRY_TYPES)[number] | ObservationType;

/** What every EntryRecord has: the members of `PerformanceEntry` (https://w3c.github.io/performance-timeline/). */
export interface EntryBase {
  readonly entryType: EntryType;
  readonly name: string;
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
}

/** One `Server-Timing` metric (https://w3c.github.io/server-timing/). */
export interface ServerTiming {
  readonly name: string;
  readonly duration: Milliseconds;
  readonly description: string;
}

/** JSON-safe copy of a `PerformanceResourceTiming`. Times are 0 where the browser does not tell (opaque response, no redirect). */
export interface ResourceEntryFields {
  readonly initiatorType: string;
  readonly nextHopProtocol: string;
  readonly deliveryType?: string;
  readonly renderBlockingStatus?: string;
  readonly contentType?: string;
  readonly contentEncoding?: string;
  readonly workerStart: Milliseconds;
  readonly redirectStart: Milliseconds;
  readonly redirectEnd: Milliseconds;
  readonly fetchStart: Milliseconds;
  readonly domainLookupStart: Milliseconds;
  readonly domainLookupEnd: Milliseconds;
  readonly connectStart: Milliseconds;
  readonly secureConnectionStart: Milliseconds;
  readonly connectEnd: Milliseconds;
  readonly requestStart: Milliseconds;
  readonly firstInterimResponseStart?: Milliseconds;
  readonly finalResponseHeadersStart?: Milliseconds;
  readonly responseStart: Milliseconds;
  readonly responseEnd: Milliseconds;
  readonly responseStatus?: number;
  readonly transferSize: number;
  readonly encodedBodySize: number;
  readonly decodedBodySize: number;
  readonly serverTiming?: readonly ServerTiming[];
}

export interface ResourceEntry extends EntryBase, ResourceEntryFields {
  readonly entryType: 'resource';
}

/** JSON-safe copy of a `PerformanceNavigationTiming` (https://w3c.github.io/navigation-timing/). */
export interface NavigationEntry extends EntryBase, ResourceEntryFields {
  readonly entryType: 'navigation';
  readonly type: string;
  readonly redirectCount: number;
  readonly criticalCHRestart?: Milliseconds;
  readonly activationStart?: Milliseconds;
  readonly unloadEventStart: Milliseconds;
  readonly unloadEventEnd: Milliseconds;
  readonly domInteractive: Milliseconds;
  readonly domContentLoadedEventStart: Milliseconds;
  readonly domContentLoadedEventEnd: Milliseconds;
  readonly domComplete: Milliseconds;
  readonly loadEventStart: Milliseconds;
  readonly loadEventEnd: Milliseconds;
  readonly notRestoredReasons?: Json;
}

/** When a paint was rendered, and when it came to the screen (https://w3c.github.io/paint-timing/#painttimingmixin). */
export interface PaintTimes {
  readonly paintTime?: Milliseconds;
  readonly presentationTime?: Milliseconds;
}

export interface PaintEntry extends EntryBase, PaintTimes {
  readonly entryType: 'paint';
}

/** A short CSS selector in place of a node; nodes never leave the page. Null: no node, or it was removed. */
export type Selector = string | null;

export interface LargestContentfulPaintEntry extends EntryBase, PaintTimes {
  readonly entryType: 'largest-contentful-paint';
  readonly renderTime: Milliseconds;
  readonly loadTime: Milliseconds;
  readonly size: number;
  readonly id: string;
  readonly url: string;
  readonly element: Selector;
}

/** `[x, y, width, height]` in CSS pixels of the viewport. */
export type Rect = readonly [x: number, y: number, width: number, height: number];

export interface LayoutShiftSource {
  readonly node: Selector;
  readonly previousRect: Rect;
  readonly currentRect: Rect;
}

/** JSON-safe copy of a `LayoutShift` (https://wicg.github.io/layout-instability/). `sources` holds at most five. */
export interface LayoutShiftEntry extends EntryBase {
  readonly entryType: 'layout-shift';
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly lastInputTime: Milliseconds;
  readonly sources: readonly LayoutShiftSource[];
}

export interface TaskAttribution {
  readonly containerType: string;
  readonly containerSrc: string;
  readonly containerId: string;
  readonly containerName: string;
}

export interface LongTaskEntry extends EntryBase {
  readonly entryType: 'longtask';
  readonly attribution: readonly TaskAttribution[];
}

/** JSON-safe copy of a `PerformanceScriptTiming` (https://w3c.github.io/long-animation-frames/). */
export interface ScriptTiming {
  readonly name: string;
  readonly startTime: Milliseconds;
  readonly duration: Milliseconds;
  readonly invoker: string;
  readonly invokerType: string;
  readonly windowAttribution: string;
  readonly executionStart: Milliseconds;
  readonly forcedStyleAndLayoutDuration: Milliseconds;
  readonly pauseDuration: Milliseconds;
  readonly sourceURL: string;
  readonly sourceFunctionName: string;
  readonly sourceCharPosition: number;
}

export interface LongAnimationFrameEntry extends EntryBase, PaintTimes {
  readonly entryType: 'long-animation-frame';
  readonly renderStart: Milliseconds;
  readonly styleAndLayoutStart: Milliseconds;
  readonly blockingDuration: Milliseconds;
  readonly firstUIEventTimestamp: Milliseconds;
  readonly scripts: readonly ScriptTiming[];
}

/** JSON-safe copy of a `PerformanceEventTiming` (https://w3c.github.io/event-timing/). */
export interface EventEntry extends EntryBase {
  readonly entryType: 'event' | 'first-input';
  readonly interactionId?: number;
  readonly processingStart: Milliseconds;
  readonly processingEnd: Milliseconds;
  readonly cancelable: boolean;
  readonly target: Selector;
}

export interface UserTimingEntry extends EntryBase {
  readonly entryType: 'mark' | 'measure';
  readonly detail?: Json;
}

export interface ElementEntry extends EntryBase, PaintTimes {
  readonly entryType: 'element';
  readonly identifier: string;
  readonly id: string;
  readonly url: string;
  readonly renderTime: Milliseconds;
  readonly loadTime: Milliseconds;
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  readonly intersectionRect: Rect;
  readonly element: Selector;
}

export interface VisibilityStateEntry extends EntryBase {
  readonly entryType: 'visibility-state';
}

export interface SoftNavigationEntry extends EntryBase, PaintTimes {
  readonly entryType: 'soft-navigation';
  readonly navigationType?: string;
  readonly navigationId?: number;
  readonly interactionId?: number;
}

export interface InteractionContentfulPaintEntry extends EntryBase, PaintTimes {
  readonly entryType: 'interaction-contentful-paint';
  readonly renderTime: Milliseconds;
  readonly loadTime: Milliseconds;
  readonly size: number;
  readonly id?: string;
  readonly url: string;
  readonly element: Selector;
  readonly interactionId?: number;
}

/** JSON-safe copy of a `PerformanceEntry`, or an observation; told apart by `entryType`. */
export type EntryRecord =
  | ResourceEntry
  | NavigationEntry
  | PaintEntry
  | LargestContentfulPaintEntry
  | LayoutShiftEntry
  | LongTaskEntry
  | LongAnimationFrameEntry
  | EventEntry
  | UserTimingEntry
  | ElementEntry
  | VisibilityStateEntry
  | SoftNavigationEntry
  | InteractionContentfulPaintEntry
  | Observation;

/** The record type of one entry type. */
export type EntryOf<T extends EntryType> = Extract<EntryRecord, { readonly entryType: T }>;
