import type { VerdictLevel } from '../../analysis/verdict.ts';
import { usePanel } from '../state/panel-context.ts';
import { clockTime } from '../state/session-text.ts';
import { relativeUrl } from '../state/url-text.ts';

/** Symbols for a level where only text can stand: the option of a select. */
const SYMBOLS: Record<VerdictLevel, string> = { good: '●', warn: '■', error: '▲', unknown: '○' };

/** The list of page loads for a dock too narrow to have it beside the view. */
export function PageLoadSelect() {
  const { choices, current, summaries, pickPageLoad } = usePanel();
  return (
    <div class="page-load-select">
      <select
        class="select"
        aria-label="Page load"
        data-testid="page-load-select"
        value={current.value?.pageLoadId ?? ''}
        onChange={(event) => pickPageLoad(event.currentTarget.value)}
      >
        {choices.value.map((load) => {
          const summary = summaries.value.get(load.pageLoadId);
          const symbol = SYMBOLS[summary?.level ?? 'unknown'];
          const text = `${symbol} ${relativeUrl(load.url)} · ${clockTime(load.timeOrigin)} · ${summary?.text ?? 'not analysed yet'}`;
          return (
            <option key={load.pageLoadId} value={load.pageLoadId}>
              {text}
            </option>
          );
        })}
      </select>
    </div>
  );
}
