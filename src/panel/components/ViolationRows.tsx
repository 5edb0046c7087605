import { useState } from 'preact/hooks';
import { metricLabel } from '../../analysis/budgets/metric-label.ts';
import type { BudgetResult, Offender } from '../../model/budget.ts';
import { formatLimitValue } from '../format.ts';
import { relativeUrl } from '../state/url-text.ts';
import { Chevron } from './Chevron.tsx';
import { ToneLabel } from './ToneLabel.tsx';

interface Props {
  readonly result: BudgetResult;
  readonly origin: string;
}

/** One violation: its figures with the worst offender, and all offenders below while it is open. */
export function ViolationRows({ result, origin }: Props) {
  const [open, setOpen] = useState(false);
  const { level, metric, unit, expected, actual, atLeast, overBy, offenders } = result;
  const value = (number: number | null) => (number === null ? 'unknown' : formatLimitValue(number, unit));
  return (
    <>
      <tr
        class={open ? 'violation-row has-details' : 'violation-row'}
        data-testid="violation"
        data-metric={metric}
        data-level={level}
        title={`Budget "${result.budget}"`}
      >
        <td>
          <ToneLabel tone={level === 'error' ? 'error' : 'warn'} text={level === 'error' ? 'Error' : 'Warning'} />
        </td>
        <th scope="row">
          {metricLabel(metric)}
          <span class="narrow muted">
            limit {value(expected)}, over by {value(overBy)}
          </span>
        </th>
        <td class="number limit">{value(expected)}</td>
        <td class="number">
          {atLeast && 'at least '}
          {value(actual)}
        </td>
        <td class="number over">{value(overBy)}</td>
        <td class="offenders">
          <OffendersToggle offenders={offenders} origin={origin} open={open} onToggle={() => setOpen(!open)} />
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={6}>
            <ol class="offender-list">
              {offenders.map((offender) => (
                <li class="offender" data-testid="offender" key={`${offender.label} ${offender.startTime}`}>
                  <span class="offender-label">{relativeUrl(offender.label, origin)}</span>
                  <span class="number">{formatLimitValue(offender.value, offender.unit)}</span>
                </li>
              ))}
            </ol>
          </td>
        </tr>
      )}
    </>
  );
}

interface ToggleProps {
  readonly offenders: readonly Offender[];
  readonly origin: string;
  readonly open: boolean;
  onToggle(): void;
}

function OffendersToggle({ offenders, origin, open, onToggle }: ToggleProps) {
  const [worst] = offenders;
  if (!worst) return <span class="muted none-named">none named</span>;
  const more = offenders.length - 1;
  return (
    <button type="button" class="offenders-toggle" aria-expanded={open} onClick={onToggle} title={worst.label}>
      <Chevron />
      <span class="offender-label">{relativeUrl(worst.label, origin)}</span>
      {more > 0 && <span class="muted more">+{more}</span>}
      <span class="narrow muted">{offenders.length}</span>
    </button>
  );
}
