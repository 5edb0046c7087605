import { recordedViews } from '../../analysis/metrics/recorded-views.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import { formatCount } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import { useKeptRoom } from '../use-kept-room.ts';
import { Mark } from './Mark.tsx';
import { MetricsSection } from './MetricsSection.tsx';

/** What the record of a page load tells of it while its entries are being read: how many limits it broke, and its vitals. */
export function FirstSight({ pageLoad }: { readonly pageLoad: PageLoadRecord }) {
  const { violations, ledger } = pageLoad;
  const room = useKeptRoom<HTMLElement>(usePanel().rooms, 'verdict', false);
  const level =
    violations === null ? 'unknown' : violations.error > 0 ? 'error' : violations.warn > 0 ? 'warn' : 'good';
  return (
    <div data-testid="first-sight" aria-busy="true">
      <header {...room} class="verdict verdict-room">
        <Mark tone={TONE_OF_LEVEL[level]} />
        <h1>{headlineOf(violations)}</h1>
        <p class="verdict-limits" role="status">
          Reading {formatCount(ledger.stored)} entries…
        </p>
      </header>
      <MetricsSection views={recordedViews(pageLoad)} origin={pageLoad.origin} />
    </div>
  );
}

function headlineOf(violations: PageLoadRecord['violations']): string {
  if (violations === null) return 'Recorded, and being judged';
  const { error, warn } = violations;
  if (error + warn === 0) return 'No limit was broken so far';
  const broken = `${error + warn} ${error + warn === 1 ? 'limit is' : 'limits are'} broken`;
  return error > 0 && warn > 0 ? `${broken}, ${error} at the error level` : broken;
}
