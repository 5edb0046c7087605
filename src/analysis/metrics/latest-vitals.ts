import type { VitalName, VitalRecord } from '../../model/metrics.ts';

/** The reading with the highest revision per view and name; of equal revisions the last one. */
export function latestVitals(vitals: readonly VitalRecord[]): (viewId: string, name: VitalName) => VitalRecord | null {
  const latest = new Map<string, VitalRecord>();
  for (const vital of vitals) {
    const key = keyOf(vital.viewId, vital.name);
    const known = latest.get(key);
    if (known === undefined || vital.revision >= known.revision) latest.set(key, vital);
  }
  return (viewId, name) => latest.get(keyOf(viewId, name)) ?? null;
}

function keyOf(viewId: string, name: VitalName): string {
  return `${name} ${viewId}`;
}
