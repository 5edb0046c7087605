/**
 * Words that front-end code builds class names, ids and custom element names from. Only names made of these survive redaction,
 * so a name or number of a person in a class or id does not; the list holds no word that says anything about a user.
 */
const UI_WORDS = `
accordion action actions active ad add ads after alert anchor app application area article aside asset audio avatar back background backdrop
badge banner bar base before block blog board body bold border bottom box brand breadcrumb breadcrumbs btn bubble bundle button buttons buy
buynow calendar canvas caption card cards carousel cart category cell center chart chat check checkbox checkout chip clear close col collapse collection
column columns comment comments component consent container content cookie copy core count cover cta custom dark data date description desktop detail
details dialog disabled display divider down drawer dropdown editor element embed empty end entry error event expand fade feature featured feed field
figure filter filters first fixed flex float fluid font footer form frame full gallery global grid group half handle header heading height
help hero hidden hide highlight home hover icon icons image images img index info inner input inset item items jumbotron key label large last latest
layout lazy lead left legend level light link links list loader loading logo long main map mask masonry master md media menu message mobile modal
more name nav navbar navigation new news next none note now notice notification off offer offers on open option order outer overlay page pager pagination
panel paragraph picture picker pill placeholder play player plugin popover popup post posts preview previous prev price primary pricing product products
progress promo promotion quote radio rail rating read recommendation recommendations related results review reviews right root round row rows save scroll
search secondary section select send shadow share shell shop short show sidebar site size skeleton skip slide slider slot small social spacer spinner
split stack start state static status step sticky store story strong style sub subheading submit subtitle success summary svg switch tab table tabs tag
tags teaser text theme thumb thumbnail tile time title to toast toggle toolbar tooltip top track tree type ui unit up upload value vertical video view
viewport visible warning web widget width wide wrap wrapper xl xs sm lg xx zoom late slow shift shifting lcp cls inp
`;

const WORDS: ReadonlySet<string> = new Set(UI_WORDS.trim().split(/\s+/));

/** True for a word of the list, in any case. */
export function isUiWord(word: string): boolean {
  return WORDS.has(word.toLowerCase());
}
