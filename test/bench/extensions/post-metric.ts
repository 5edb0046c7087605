import type { MetricWithAttribution } from 'web-vitals/attribution';

const port = chrome.runtime.connect();

/** Posts a metric with the plain members of its attribution. */
export function postMetric({
  name,
  value,
  rating,
  delta,
  id,
  navigationType,
  attribution,
}: MetricWithAttribution): void {
  const plain = Object.fromEntries(Object.entries(attribution).filter(([, member]) => typeof member !== 'object'));
  port.postMessage({ name, value, rating, delta, id, navigationType, attribution: plain });
}
