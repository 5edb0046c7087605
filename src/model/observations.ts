import type { Bytes, Milliseconds } from './units.ts';

/**
 * Types of records that are no PerformanceEntry: what else the collector sees. They travel, count and are stored as entries.
 * An API that the browser lacks gives no record, a member that it lacks is absent; neither is ever a zero.
 */
export const OBSERVATION_TYPES = [
  'connection',
  'device',
  'lifecycle',
  'heap',
  'failed-resource',
  'image',
  'link',
  'script-error',
] as const;
export type ObservationType = (typeof OBSERVATION_TYPES)[number];

interface ObservationBase {
  readonly entryType: ObservationType;
  /** Empty where the type says it all. */
  readonly name: string;
  readonly startTime: Milliseconds;
  readonly duration: 0;
}

/** The network as the browser sees it, at the start and at every change (https://wicg.github.io/netinfo/). */
export interface ConnectionObservation extends ObservationBase {
  readonly entryType: 'connection';
  readonly effectiveType: string;
  readonly rtt: Milliseconds;
  /** Mbit/s. */
  readonly downlink: number;
  readonly saveData: boolean;
}

/** The machine, and the viewport in CSS pixels. */
export interface DeviceObservation extends ObservationBase {
  readonly entryType: 'device';
  /** GiB, rounded by the browser. */
  readonly deviceMemory?: number;
  readonly hardwareConcurrency: number;
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  readonly devicePixelRatio: number;
}

/** What happens to a document as a whole (https://wicg.github.io/page-lifecycle/). */
export type LifecycleName =
  | 'hidden'
  | 'visible'
  | 'freeze'
  | 'resume'
  | 'pagehide'
  | 'pageshow'
  | 'prerender-activated'
  | 'discarded'
  | 'script-errors-on';

/**
 * A change in a document's life; `name` is a LifecycleName. `discarded`: the browser had thrown the page out and loads it again;
 * `script-errors-on`: its script errors are recorded.
 */
export interface LifecycleObservation extends ObservationBase {
  readonly entryType: 'lifecycle';
}

/** A sample of the JavaScript heap, taken every 5 s while the page is visible. */
export interface HeapObservation extends ObservationBase {
  readonly entryType: 'heap';
  readonly usedJSHeapSize: Bytes;
  readonly totalJSHeapSize: Bytes;
  readonly jsHeapSizeLimit: Bytes;
}

/** An element whose resource could not be loaded; `name` is its URL, `initiatorType` its tag. */
export interface FailedResourceObservation extends ObservationBase {
  readonly entryType: 'failed-resource';
  readonly initiatorType: string;
  readonly element: string | null;
}

/** One image of a census; `name` is its `currentSrc`. The images of one census share their `startTime`. */
export interface ImageObservation extends ObservationBase {
  readonly entryType: 'image';
  readonly element: string | null;
  /** 0 while the image is not loaded. */
  readonly naturalWidth: number;
  readonly naturalHeight: number;
  /** As displayed, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly loading: string;
  readonly fetchPriority?: string;
  /** Whether any of it lies in the first viewport of its document, that is before scrolling. */
  readonly inViewport: boolean;
  /** Whether its place is known before it is loaded: by attributes, `aspect-ratio`, or CSS width and height. */
  readonly sized: boolean;
}

/** A fact of the `<head>`: a link, or (`rel` is `script`) a script that blocks the parser; `name` is the URL. */
export interface LinkObservation extends ObservationBase {
  readonly entryType: 'link';
  readonly rel: string;
  readonly as?: string;
  readonly crossOrigin?: string;
  readonly media?: string;
  readonly fetchPriority?: string;
}

/** A script error or (by `name`) an unhandled rejection as the page tells it, so none of it can be trusted. */
export interface ScriptErrorObservation extends ObservationBase {
  readonly entryType: 'script-error';
  readonly message: string;
  /** URL of the script. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** How often it happened since it was last told. */
  readonly count: number;
}

/** Something seen that is no PerformanceEntry. */
export type Observation =
  | ConnectionObservation
  | DeviceObservation
  | LifecycleObservation
  | HeapObservation
  | FailedResourceObservation
  | ImageObservation
  | LinkObservation
  | ScriptErrorObservation;
