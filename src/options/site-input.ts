import { isSitePattern } from '../model/site-pattern.ts';

/** What was typed, as a site of a list, or a sentence on what is wrong with it. */
export type SiteInput = { readonly site: string } | { readonly error: string };

const EXAMPLES = 'Type a host such as shop.example, localhost:3000, or *.shop.example for all its subdomains.';

/** Reads a site from a typed text: a host, or a URL whose host is taken. `listed` are the sites that are there already. */
export function readSiteInput(typed: string, listed: readonly string[]): SiteInput {
  const text = typed.trim();
  if (text === '') return { error: EXAMPLES };
  const [, scheme, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  if (scheme && !/^https?$/i.test(scheme)) {
    return { error: `Only http and https sites are recorded, so ${scheme}: cannot be on the list. ${EXAMPLES}` };
  }
  const wildcard = rest.startsWith('*.') ? '*.' : '';
  const site = wildcard + (hostOf(`${scheme ?? 'https'}://${rest.slice(wildcard.length)}`) ?? '');
  if (!isSitePattern(site)) return { error: `“${text}” is no site. ${EXAMPLES}` };
  if (listed.includes(site)) return { error: `${site} is on the list already.` };
  return { site };
}

/** Lower case, punycode, without the port that the scheme has anyway. */
function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
