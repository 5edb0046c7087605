import type { EntryType } from '../../model/entries.ts';
import type { MetricName } from '../../model/metrics.ts';

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

/** Why this browser cannot tell the metric, or null when it can. */
export function whyUnsupported(name: MetricName, supportedEntryTypes: readonly string[]): string | null {
  const missing = missingTypes(REQUIRED[name], supportedEntryTypes);
  return missing.length === 0 ? null : `This browser does not report ${missing.join(' and ')} entries.`;
}

/** The required entry types that a browser does not support. */
export function missingTypes(
  required: readonly EntryType[],
  supportedEntryTypes: readonly string[],
): readonly EntryType[] {
  return required.filter((type) => !supportedEntryTypes.includes(type));
}
