import type { EntryOf } from '../model/entries.ts';
import type { Observation, ObservationType } from '../model/observations.ts';

/** The observations of a page load by type, each in the order in which they were made. */
export type Observations = { readonly [T in ObservationType]: readonly EntryOf<T>[] };

/** Collects observations by type. */
export interface ObservationLog {
  add(observation: Observation): void;
  /** All so far. The lists grow with the log: read them, don't keep them. */
  observations(): Observations;
}

/** An empty log. */
export function createObservationLog(): ObservationLog {
  const lists: { readonly [T in ObservationType]: EntryOf<T>[] } = {
    connection: [],
    device: [],
    lifecycle: [],
    heap: [],
    'failed-resource': [],
    image: [],
    link: [],
    'script-error': [],
  };
  const listOf = <T extends ObservationType>(type: T): EntryOf<T>[] => lists[type];
  return {
    add(observation) {
      listOf<ObservationType>(observation.entryType).push(observation);
    },
    observations: () => lists,
  };
}
