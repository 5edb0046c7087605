import type { Budget } from '../../model/budget.ts';
import type { Party } from '../../model/resources.ts';
import { matchesBudget } from '../budgets/budget-match.ts';
import { parseUrl } from '../url.ts';

/** Tells first from third party for the resources of one page. */
export type PartyOf = (url: string) => Party;

/** The organisation behind a third party's URL; null where it is not known, and of the first party. */
export type EntityOf = (url: string) => string | null;

/** What is known of hosts beside their names. Both answer null for what they do not know. */
export interface HostNames {
  /** The name below a public suffix: `shop.example` of `cdn.shop.example`. */
  registrableDomain(hostname: string): string | null;
  /** The organisation that the host belongs to. */
  entityOf(hostname: string): string | null;
}

/**
 * First party is what a matching budget lists as such (`*.shop.example` is that domain and all below it), the page's own host (with
 * or without `www.`), a sub-domain of it, and what has the same registrable domain as `hosts` tells. Ports do not count: another
 * port of the same host is another origin, but the same owner. URLs without a host (`data:`) are first party.
 */
export function partyResolver(pageUrl: string, budgets: readonly Budget[], hosts: HostNames | null = null): PartyOf {
  const own = (parseUrl(pageUrl)?.hostname ?? '').replace(/^www\./, '');
  const ownDomain = hosts?.registrableDomain(own) ?? null;
  const isOwn = (hostname: string): boolean => {
    if (own === '') return false;
    return isWithin(hostname, own) || (ownDomain !== null && hosts?.registrableDomain(hostname) === ownDomain);
  };
  const listed = budgets
    .filter((budget) => matchesBudget(budget, pageUrl))
    .flatMap(({ firstParty }) => firstParty ?? []);
  const partyOfHost = (hostname: string): Party => {
    if (hostname === '' || isOwn(hostname)) return 'first';
    return listed.some((pattern) => matchesHost(pattern.toLowerCase(), hostname)) ? 'first' : 'third';
  };
  return (url) => partyOfHost(parseUrl(url)?.hostname ?? '');
}

/** The entity of third parties; that of the first party is the page's own, which needs no naming. */
export function entityResolver(partyOf: PartyOf, hosts: HostNames | null = null): EntityOf {
  return (url) => (hosts === null || partyOf(url) === 'first' ? null : hosts.entityOf(parseUrl(url)?.hostname ?? ''));
}

function matchesHost(pattern: string, hostname: string): boolean {
  return pattern.startsWith('*.') ? isWithin(hostname, pattern.slice(2)) : hostname === pattern;
}

function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
