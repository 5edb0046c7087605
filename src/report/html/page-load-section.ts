import type { BrowserInfo } from '../../model/page-load.ts';
import type { ReportPageLoad } from '../../model/report.ts';
import { analysisOf } from '../analysis-of.ts';
import { budgetsSection } from './budgets.ts';
import { bytesSection } from './bytes.ts';
import { html, type SafeHtml } from './escape.ts';
import { utcMoment } from './page-view.ts';
import { ledgerSection, notMeasuredSection } from './record.ts';
import { resourcesSection } from './resources.ts';
import { anchorOf } from './summary.ts';
import { interactionsSection, layoutShiftsSection, longTasksSection } from './timeline.ts';
import { standsOutSection, verdictSection } from './verdict.ts';
import { vitalsSection } from './vitals.ts';
import { waterfallSection } from './waterfall.ts';

/** Everything of one page load: the verdict first, then why, then the evidence, then how far to trust it. */
export function pageLoadSection(
  load: ReportPageLoad,
  browser: BrowserInfo,
  { index, count }: { readonly index: number; readonly count: number },
): SafeHtml {
  const analysis = analysisOf(load);
  const observer = { browser, ...(load.har && { har: load.har }) };
  const place = count > 1 ? `Page load ${index + 1} of ${count}` : 'Page load';
  const navigation = load.navigationType === null ? '' : ` · ${load.navigationType}`;
  return html`<section class="load" id="${anchorOf(index)}">
<p class="over">${place} · ${utcMoment(load.timeOrigin)}${navigation}</p>
<h2>${load.url}</h2>
${load.title !== '' && !load.title.startsWith('~') && html`<p class="muted">${load.title}</p>`}
${verdictSection(analysis)}${vitalsSection(load.views, load.url)}${standsOutSection(analysis)}${budgetsSection(load.budgetResults, load.url)}
${bytesSection(analysis.totals)}${waterfallSection(load)}${resourcesSection(load.resources, load.url)}
${layoutShiftsSection(load, observer)}${longTasksSection(load, observer)}${interactionsSection(load, observer)}
${ledgerSection(load, observer)}${notMeasuredSection(load, observer)}</section>
`;
}
