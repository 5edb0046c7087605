import { backOffText } from '../../analysis/back-off-text.ts';
import { formatBytes, formatMs } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { ledgerText } from '../state/session-text.ts';
import { BudgetAlert } from './BudgetAlert.tsx';
import { ToneLabel } from './ToneLabel.tsx';

/** The ledger of the page load, what recording it cost the page, and what has just gone over budget. */
export function StatusBar() {
  const pageLoad = usePanel().current.value;
  if (!pageLoad) return <footer class="statusbar" />;
  const { tone, text } = ledgerText(pageLoad);
  const { mainThreadMs, bytesSent, backOff } = pageLoad.selfCost;
  const { name, version } = pageLoad.browser;
  const leftOut = backOffText(backOff ?? 0);
  return (
    <footer class="statusbar">
      <span data-testid="ledger">
        <ToneLabel tone={tone} text={text} />
      </span>
      {!pageLoad.har && (
        <span title="Main-thread time that the collector took from the page, and what it sent to the extension">
          Recording cost the page {formatMs(mainThreadMs)}, took {formatBytes(bytesSent)}
        </span>
      )}
      {leftOut !== null && (
        <span data-testid="back-off">
          <ToneLabel tone="warn" text={leftOut} />
        </span>
      )}
      <span>{name === 'unknown' ? 'unknown browser' : `${name} ${version}`}</span>
      <BudgetAlert />
    </footer>
  );
}
