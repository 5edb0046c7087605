import { html, htmlText, styleElement } from './html/escape.ts';
import { pageLoadSection } from './html/page-load-section.ts';
import { utcMoment } from './html/page-view.ts';
import { BASE_STYLE } from './html/style-base.ts';
import { PARTS_STYLE } from './html/style-parts.ts';
import { reportHeader, titleOf } from './html/summary.ts';
import type { SanitizedReport } from './sanitize.ts';

/** Stands before everything else in the document, so that nothing in it can load or run anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The report as one HTML document that needs nothing else: no script, no request, URLs as text. Reads in light and dark, on
 * narrow screens, and on A4 paper.
 */
export function reportToHtml(report: SanitizedReport): string {
  const { pageLoads, generator, createdAt } = report;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${titleOf(report)} – ${generator.name}</title>
${styleElement(BASE_STYLE + PARTS_STYLE)}</head><body>
${reportHeader(report)}<main>${pageLoads.map((load, index) => pageLoadSection(load, generator.browser, { index, count: pageLoads.length }))}</main>
<footer class="foot"><p>Written by ${generator.name} ${generator.version} on ${utcMoment(Date.parse(createdAt))}. Times count from the start of the
navigation; sizes are decimal (1 kB = 1,000 B).</p></footer></body></html>
`;
  return htmlText(page);
}
