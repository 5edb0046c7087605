import { metricLabel } from '../../analysis/budgets/metric-label.ts';
import type { ViewAnalysis } from '../../model/analysis.ts';
import type { BudgetLevel, BudgetResult } from '../../model/budget.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import { relativeUrl } from '../state/url-text.ts';
import { VIEW_KINDS } from '../state/view-kind.ts';
import { type Heading, TableHead } from './TableHead.tsx';
import { ToneLabel } from './ToneLabel.tsx';

const HEADINGS: readonly Heading[] = [{ text: 'View' }, { text: 'Verdict' }, { text: 'Broken limits' }];

interface Props {
  readonly results: readonly BudgetResult[];
  readonly views: readonly ViewAnalysis[];
  readonly origin: string;
}

/** How each view of the page load came out by itself: a route of a single-page application has its own verdict. */
export function ViewVerdicts({ results, views, origin }: Props) {
  return (
    <table class="table view-verdicts">
      <TableHead headings={HEADINGS} />
      <tbody>
        {views.map(({ viewId, url, kind }) => {
          const levels = results.flatMap((result) => levelIn(result, viewId));
          const broken = levels.filter(({ level }) => level === 'error' || level === 'warn');
          const names = [...new Set(broken.map(({ metric }) => metricLabel(metric)))].join(', ');
          const level = worst(levels.map((own) => own.level));
          return (
            <tr key={viewId} data-testid="view-verdict" data-level={level} data-url={url}>
              <th scope="row" class="ellipsis" title={url}>
                {relativeUrl(url, origin)} <span class="muted">{VIEW_KINDS[kind]}</span>
              </th>
              <td>
                <ToneLabel tone={TONE_OF_LEVEL[level]} text={TEXTS[level]} />
              </td>
              <td class="ellipsis" title={names}>
                {names || '–'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const TEXTS: Readonly<Record<BudgetLevel, string>> = {
  error: 'error',
  warn: 'warning',
  pass: 'holds',
  'not-measured': 'not measured',
};

/** The limit's level in this view; none when its budget is not about the view. */
function levelIn({ metric, level, viewId: decided, views }: BudgetResult, viewId: string) {
  const own =
    views.length === 0 ? (decided === viewId ? level : undefined) : views.find((view) => view.viewId === viewId)?.level;
  return own === undefined ? [] : [{ metric, level: own }];
}

function worst(levels: readonly BudgetLevel[]): BudgetLevel {
  return (['error', 'warn', 'pass'] as const).find((level) => levels.includes(level)) ?? 'not-measured';
}
