import type { BudgetLevel, BudgetResult } from '../../model/budget.ts';
import { ToneLabel } from '../components/ToneLabel.tsx';
import { formatLimitValue } from '../format.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import type { DraftLimit } from './draft.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly limit: DraftLimit;
  /** What is wrong, by member of the limit. */
  readonly problemOf: (member: 'metric' | 'warn' | 'error') => string | undefined;
  /** How the page at hand comes out; undefined without a page, null while the limit cannot be read. */
  readonly preview: BudgetResult | null | undefined;
  readonly metricList: string;
  onChange(change: Partial<DraftLimit>): void;
  onRemove(): void;
}

const LEVEL_TITLES: Readonly<Record<BudgetLevel, string>> = {
  pass: 'holds',
  warn: 'warning',
  error: 'error',
  'not-measured': 'not measured',
};

/** A limit's fields, with the verdict that it would give on the page at hand. */
export function LimitRow({ limit, problemOf, preview, metricList, onChange, onRemove }: Props) {
  const { metric, warn, error, relative } = limit;
  const example = relative ? '+10%' : '';
  return (
    <li class="limit-row" data-testid="limit" data-metric={metric}>
      <Field
        className="limit-metric"
        label="Metric"
        value={metric}
        list={metricList}
        placeholder="LCP, resource-size:script …"
        problem={problemOf('metric')}
        onInput={(value) => onChange({ metric: value })}
      />
      <Field
        label="Warn above"
        value={warn}
        placeholder={example}
        problem={problemOf('warn')}
        onInput={(value) => onChange({ warn: value })}
      />
      <Field
        label="Error above"
        value={error}
        placeholder={example}
        problem={problemOf('error')}
        onInput={(value) => onChange({ error: value })}
      />
      <label
        class="limit-relative"
        title="The numbers are changes against earlier page loads of the same kind, such as +10%"
      >
        <input
          type="checkbox"
          checked={relative}
          onChange={({ currentTarget }) => onChange({ relative: currentTarget.checked })}
        />
        <span>relative</span>
      </label>
      <Preview result={preview} />
      <button
        type="button"
        class="icon-button"
        aria-label={`Remove the limit on ${metric || 'nothing'}`}
        onClick={onRemove}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 2l8 8M10 2l-8 8" />
        </svg>
      </button>
    </li>
  );
}

function Preview({ result }: { readonly result: BudgetResult | null | undefined }) {
  if (result === undefined) return null;
  if (result === null) return <p class="limit-preview muted">–</p>;
  const { level, actual, atLeast, unit, expected, baseline, reason } = result;
  const value = actual === null ? '' : `${atLeast ? 'at least ' : ''}${formatLimitValue(actual, unit)}`;
  const against = baseline === null ? '' : ` (allowed ${formatLimitValue(expected, unit)})`;
  return (
    <p class="limit-preview" data-testid="preview" data-level={level} title={reason ?? undefined}>
      <ToneLabel tone={TONE_OF_LEVEL[level]} text={LEVEL_TITLES[level]} />
      <span class="muted ellipsis">
        {value}
        {against}
        {level === 'not-measured' && reason}
      </span>
    </p>
  );
}
