import type { Budget } from '../../model/budget.ts';
import type { Party } from '../../model/resources.ts';
import { matchesBudget } from '../budgets/budget-match.ts';
import { parseUrl } from '../url.ts';

/** Tells first from third party for the resources of one page. */
export type PartyOf = (url: string) => Party;

/**
 * First party is the page's own host (with or without `www.`), a sub-domain of it, and what a matching budget lists as such
 * (`*.shop.example` is that domain and all below it). Ports do not count: another port of the same host is another origin, but
 * the same owner. URLs without a host (`data:`) are first party.
 */
export function partyResolver(pageUrl: string, budgets: readonly Budget[]): PartyOf {
  const own = (parseUrl(pageUrl)?.hostname ?? '').replace(/^www\./, '');
  const listed = budgets
    .filter((budget) => matchesBudget(budget, pageUrl))
    .flatMap(({ firstParty }) => firstParty ?? []);
  const partyOfHost = (hostname: string): Party => {
    if (hostname === '' || (own !== '' && isWithin(hostname, own))) return 'first';
    return listed.some((pattern) => matchesHost(pattern.toLowerCase(), hostname)) ? 'first' : 'third';
  };
  return (url) => partyOfHost(parseUrl(url)?.hostname ?? '');
}

function matchesHost(pattern: string, hostname: string): boolean {
  return pattern.startsWith('*.') ? isWithin(hostname, pattern.slice(2)) : hostname === pattern;
}

function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
