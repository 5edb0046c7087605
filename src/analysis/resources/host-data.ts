import thirdPartyWeb from 'third-party-web/nostats-subset.js';
import { getDomain } from 'tldts';
import type { HostNames } from './party.ts';

const domains = new Map<string, string | null>();
const entities = new Map<string, string | null>();

/**
 * Who is behind a host, by the public suffix list and third-party-web's list of organisations. Large: the panel loads it as a chunk of
 * its own. Below a suffix that a company gives away (`github.io`, `myshopify.com`) each name is an owner of its own.
 */
export const HOST_NAMES: HostNames = {
  registrableDomain: (hostname) =>
    remembered(domains, hostname, () => getDomain(hostname, { allowPrivateDomains: true })),
  entityOf: (hostname) =>
    remembered(entities, hostname, () => thirdPartyWeb.getEntity(`https://${hostname}/`)?.name ?? null),
};

/** A page asks for the same few hosts again and again. */
const MAX_REMEMBERED = 5000;

function remembered(known: Map<string, string | null>, key: string, make: () => string | null): string | null {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MAX_REMEMBERED) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
