import type { PageSnapshot } from '../../../src/model/snapshot.ts';
import { FIREFOX_ENTRY_TYPES, pageSnapshot, vitalRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry, resourceEntry } from '../../fixtures/builders/resource-entries.ts';
import { lcpEntry, paintEntry } from '../../fixtures/builders/timeline-entries.ts';

/** What Firefox can record: no layout shifts, no long tasks, whole milliseconds, nobody knows what the browser dropped. */
export function firefoxSession(): readonly PageSnapshot[] {
  const entries = [navigationEntry(), resourceEntry(), paintEntry(), lcpEntry()];
  return [
    pageSnapshot(entries, {
      browser: { name: 'Firefox', version: '153' },
      supportedEntryTypes: FIREFOX_ENTRY_TYPES,
      vitals: [
        vitalRecord({ final: true }),
        vitalRecord({ name: 'FCP', value: 400 }),
        vitalRecord({ name: 'TTFB', value: 63 }),
      ],
      ledger: {
        made: entries.length,
        stored: entries.length,
        dropped: { browser: null, caps: 0, exit: 0 },
        rejected: 0,
        complete: true,
      },
    }),
  ];
}
