import type { Observation, ObservationType } from '../../model/observations.ts';
import type { Milliseconds } from '../../model/units.ts';

type Of<T extends ObservationType> = Extract<Observation, { readonly entryType: T }>;

/** What an observation of a type holds beside the members of every entry. */
export type ObservationMembers<T extends ObservationType> = Omit<
  Of<T>,
  'entryType' | 'name' | 'startTime' | 'duration'
>;

/**
 * Records an observation as the next entry; strings are bounded by the caller. `startTime` is now unless told. The one way by which
 * anything that is no PerformanceEntry enters the record.
 */
export type Note = <T extends ObservationType>(
  type: T,
  name: string,
  members: ObservationMembers<T>,
  startTime?: Milliseconds,
) => void;
