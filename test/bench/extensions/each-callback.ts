// web-vitals, and every entry type posted straight from its observer's callback: what batching is measured against.
import './web-vitals-live.ts';
import { OBSERVED_ENTRY_TYPES } from '../../../src/model/entries.ts';

const port = chrome.runtime.connect();
for (const type of OBSERVED_ENTRY_TYPES) {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
  const observer = new PerformanceObserver((list) => {
    port.postMessage(list.getEntries().map((entry) => entry.toJSON() as unknown));
  });
  observer.observe({ type, buffered: true });
}
