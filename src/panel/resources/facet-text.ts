import { plainText } from '../state/plain-text.ts';
import type { Facet } from './facet-choice.ts';

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  type: 'Type',
  party: 'Party',
  status: 'Status',
  flag: 'Findings and delivery',
  host: 'Host',
};

/** A value of a facet as it is shown. */
export function facetLabel(facet: Facet, value: string): string {
  if (facet === 'party') return value === 'first' ? 'first party' : 'third party';
  return facet === 'host' ? plainText(value) : value;
}
