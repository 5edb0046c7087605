import { type Verdict, type VerdictLevel, verdictOf } from '../../analysis/verdict.ts';
import type { PageAnalysis } from '../../model/analysis.ts';
import { html, type SafeHtml } from './escape.ts';
import { type Mark, markedLabel, markShape } from './marks.ts';
import { section } from './table.ts';

const LEVELS: Readonly<Record<VerdictLevel, { readonly mark: Mark; readonly label: string }>> = {
  good: { mark: 'good', label: 'Within budget' },
  warn: { mark: 'warn', label: 'Warning' },
  error: { mark: 'bad', label: 'Over budget' },
  unknown: { mark: 'none', label: 'No verdict' },
};

/** The verdict's shape and words, for lists. */
export function verdictBadge(analysis: PageAnalysis): SafeHtml {
  const { mark, label } = LEVELS[verdictOf(analysis).level];
  return markedLabel(mark, label);
}

/** What to say first: how many limits hold, and where to look. */
export function verdictSection(analysis: PageAnalysis): SafeHtml {
  const verdict = verdictOf(analysis);
  const { mark, label } = LEVELS[verdict.level];
  return html`<div class="verdict ${mark}"><p class="level">${markShape(mark)} ${label}</p>
<p class="headline">${verdict.headline}</p>
${verdict.lookFirst !== null && html`<p class="look"><strong>Look first:</strong> ${verdict.lookFirst}</p>`}
${counts(verdict)}</div>
`;
}

/** The findings that matter most, worst first. */
export function standsOutSection(analysis: PageAnalysis): SafeHtml {
  const { standsOut } = verdictOf(analysis);
  if (standsOut.length === 0)
    return section('What stands out', null, html`<p class="empty">No rule found anything to mend.</p>`);
  const items = standsOut.map(
    ({ severity, insightTitle, message }) =>
      html`<li><p class="finding">${message}</p><p class="note">${insightTitle} · ${severity} effect</p></li>`,
  );
  return section('What stands out', null, html`<ol class="findings">${items}</ol>`);
}

function counts({ limits }: Verdict): SafeHtml | null {
  if (limits.held + limits.warn + limits.error + limits.notMeasured === 0) return null;
  const parts: readonly (readonly [Mark, number, string])[] = [
    ['bad', limits.error, limits.error === 1 ? 'error' : 'errors'],
    ['warn', limits.warn, limits.warn === 1 ? 'warning' : 'warnings'],
    ['good', limits.held, 'held'],
    ['none', limits.notMeasured, 'not measured'],
  ];
  const shown = parts.filter(([, count]) => count > 0);
  return html`<ul class="counts">${shown.map(([mark, count, label]) => html`<li>${markedLabel(mark, `${count} ${label}`)}</li>`)}</ul>`;
}
