import type { Verdict } from '../../analysis/verdict.ts';
import { counted, formatCount } from '../format.ts';
import { ToneLabel } from './ToneLabel.tsx';

/** How many limits came out how; where all hold, the headline has said so. */
export function LimitCountsLine({ limits: { held, warn, error, notMeasured } }: Pick<Verdict, 'limits'>) {
  return (
    <p class="verdict-limits" data-testid="limits">
      {error > 0 && <ToneLabel tone="error" text={counted(error, 'error')} />}
      {warn > 0 && <ToneLabel tone="warn" text={counted(warn, 'warning')} />}
      {error + warn > 0 && held > 0 && <ToneLabel tone="good" text={`${formatCount(held)} held`} />}
      {notMeasured > 0 && <ToneLabel tone="none" text={`${formatCount(notMeasured)} not measured`} />}
    </p>
  );
}
