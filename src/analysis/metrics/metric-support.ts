import type { EntryType } from '../../model/entries.ts';
import type { HarOrigin } from '../../model/har-page.ts';
import type { MetricName } from '../../model/metrics.ts';
import type { ObservationType } from '../../model/observations.ts';
import type { BrowserInfo } from '../../model/page-load.ts';

/** The entry type without which a browser cannot tell a metric. */
const REQUIRED: Readonly<Record<MetricName, readonly EntryType[]>> = {
  LCP: ['largest-contentful-paint'],
  CLS: ['layout-shift'],
  INP: ['event'],
  FCP: ['paint'],
  TTFB: ['navigation'],
  FID: ['first-input'],
  TBT: ['longtask', 'paint'],
  TTI: ['longtask', 'paint'],
};

/** What a page load says of the browser that recorded it, or of the HAR file that it was read from. */
export interface RecordingBrowser extends Observer {
  readonly supportedEntryTypes: readonly string[];
}

/** Who saw a page load: a browser with our collector in it, or the program that wrote a HAR file. */
export interface Observer {
  readonly browser: BrowserInfo;
  readonly har?: HarOrigin;
}

/** Why the browser cannot tell the metric, or null when it can. */
export function whyUnsupported(name: MetricName, recorded: RecordingBrowser): string | null {
  return whyNotReported(REQUIRED[name], recorded);
}

/** Why what needs entries of these types is not measured, or null when the browser reports them all. */
export function whyNotReported(
  required: readonly EntryType[],
  { supportedEntryTypes, ...observer }: RecordingBrowser,
): string | null {
  const missing = missingTypes(required, supportedEntryTypes);
  if (missing.length === 0) return null;
  const verb = observer.har ? 'holds' : 'reports';
  return `${doesNotMeasure(observer)}: it ${verb} no ${missing.join(' and ')} entries.`;
}

/** Why what needs these observations of our collector is not measured: it was not there. Null when it was. */
export function whyNotObserved(observed: readonly ObservationType[] = [], observer: Observer): string | null {
  if (!observer.har || observed.length === 0) return null;
  return `${doesNotMeasure(observer)}: it holds no ${observed.join(' and ')} observations.`;
}

/** `Firefox does not measure this`, by the name on record. */
export function doesNotMeasure({ browser: { name }, har }: Observer): string {
  if (har) return 'The HAR file does not tell this';
  return `${name === 'unknown' ? 'This browser' : name} does not measure this`;
}

/**
 * `Firefox does not measure this`, of what Firefox tells no extension at any time: the heap, what its buffers lost, the priority of a
 * request, whether it blocks rendering. Null of another browser, where a lack has a cause of its own, and of a file.
 */
export function whyNeverTold(observer: Observer): string | null {
  return observer.browser.name === 'Firefox' && !observer.har ? doesNotMeasure(observer) : null;
}

/** The required entry types that a browser does not support. */
function missingTypes(required: readonly EntryType[], supportedEntryTypes: readonly string[]): readonly EntryType[] {
  return required.filter((type) => !supportedEntryTypes.includes(type));
}
