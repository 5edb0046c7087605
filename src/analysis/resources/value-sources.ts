import type { RequestSource, ResourceRecord, SourcedValue } from '../../model/resources.ts';

type Told = Readonly<Record<SourcedValue, RequestSource | 'unknown'>>;

/** The values of a record by which `sourcesOf` tells what a source knew. */
type Values = Pick<ResourceRecord, 'phases' | 'status' | 'protocol' | 'mimeType' | 'contentEncoding' | 'delivery'>;

/** One object for each of the few combinations there are: a page of 100,000 requests needs no 100,000 copies. */
const interned = new Map<string, Told>();

/** Who told each value of a record that only one source saw. */
export function sourcesOf(source: RequestSource, values: Values): Told {
  const known = (isKnown: boolean) => (isKnown ? source : 'unknown');
  return internSources({
    times: source,
    phases: known(values.phases.wait !== null || values.phases.download !== null),
    status: known(values.status !== null),
    protocol: known(values.protocol !== null),
    mimeType: known(values.mimeType !== null),
    contentEncoding: known(values.contentEncoding !== null),
    delivery: known(values.delivery !== 'unknown'),
  });
}

/** The shared object that is equal to `told`. */
export function internSources(told: Told): Told {
  const key = `${told.times} ${told.phases} ${told.status} ${told.protocol} ${told.mimeType} ${told.contentEncoding} ${told.delivery}`;
  const known = interned.get(key);
  if (known !== undefined) return known;
  interned.set(key, told);
  return told;
}
