import { useState } from 'preact/hooks';
import type { Insight, InsightStatus } from '../../model/insights.ts';
import { formatCount } from '../format.ts';
import { worstSeverity } from '../state/insight-order.ts';
import { TONE_OF_SEVERITY, TONE_OF_STATUS, type Tone } from '../state/tone.ts';
import { Chevron } from './Chevron.tsx';
import { FindingItem } from './FindingItem.tsx';
import { MoreButton } from './MoreButton.tsx';
import { ToneLabel } from './ToneLabel.tsx';

/** Findings shown at first, and added by each "Show more": a page can have thousands. */
const FIRST_FINDINGS = 5;
const MORE_FINDINGS = 50;

/** How a rule came out, in words. */
export const STATUS_TEXT: Readonly<Record<InsightStatus, string>> = {
  pass: 'Nothing found',
  fail: 'Failed',
  informative: 'For information',
  'not-measured': 'Not measured',
  error: 'Rule failed',
};

interface Props {
  readonly insight: Insight;
  readonly origin: string;
}

/** One rule's result; open while it has failed, unless the user closed it. */
export function InsightItem({ insight, origin }: Props) {
  const { id, title, why, status, statusReason, findings } = insight;
  const [toggled, setToggled] = useState<boolean | null>(null);
  const [limit, setLimit] = useState(FIRST_FINDINGS);
  const isOpen = toggled ?? status === 'fail';
  const text = status === 'fail' ? `${formatCount(findings.length)} found` : STATUS_TEXT[status];
  return (
    <details
      class="insight"
      data-insight={id}
      data-status={status}
      open={isOpen}
      onToggle={(event) => event.currentTarget.open !== isOpen && setToggled(event.currentTarget.open)}
    >
      <summary>
        <Chevron />
        <h3>{title}</h3>
        <span />
        <ToneLabel tone={toneOf(insight)} text={text} />
      </summary>
      {isOpen && (
        <div class="insight-body">
          <p class="insight-why">{why}</p>
          {statusReason !== null && <p>{statusReason}</p>}
          <ul class="findings">
            {findings.slice(0, limit).map((finding, index) => (
              <FindingItem key={`${index} ${finding.message}`} finding={finding} origin={origin} />
            ))}
          </ul>
          <MoreButton shown={limit} total={findings.length} step={MORE_FINDINGS} onMore={setLimit} />
        </div>
      )}
    </details>
  );
}

/** A failed rule is as bad as the worst that it found. */
function toneOf(insight: Insight): Tone {
  const worst = worstSeverity(insight);
  return insight.status === 'fail' && worst ? TONE_OF_SEVERITY[worst] : TONE_OF_STATUS[insight.status];
}
