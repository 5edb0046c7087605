import { closedLedger } from '../model/ledger.ts';
import type { VitalRecord } from '../model/metrics.ts';
import type { StoredPageLoad } from './schema.ts';

/** What is stored of a page load, with what was learned of it while there was no room for its entries. */
export function mergeRecords(stored: StoredPageLoad | undefined, limited: StoredPageLoad): StoredPageLoad {
  if (!stored) return limited;
  const made = Math.max(stored.ledger.made, limited.ledger.made);
  const { exit, browser } = limited.ledger.dropped;
  const dropped = { ...stored.ledger.dropped, browser, exit: exit === null ? null : Math.max(0, made - stored.next) };
  const known = new Set(stored.views.map(({ viewId }) => viewId));
  return {
    ...stored,
    title: limited.title,
    selfCost: limited.selfCost,
    updatedAt: limited.updatedAt,
    state: limited.state,
    views: [...stored.views, ...limited.views.filter(({ viewId }) => !known.has(viewId))],
    vitals: newest([...stored.vitals, ...limited.vitals]),
    ledger: closedLedger({ ...stored.ledger, made, dropped }),
    revision: Math.max(stored.revision, limited.revision) + 1,
  };
}

/** The highest revision of each vital of a view. */
function newest(vitals: readonly VitalRecord[]): readonly VitalRecord[] {
  const best = new Map<string, VitalRecord>();
  for (const vital of vitals) {
    const key = `${vital.viewId} ${vital.name}`;
    const other = best.get(key);
    if (!other || other.revision < vital.revision) best.set(key, vital);
  }
  return [...best.values()];
}
