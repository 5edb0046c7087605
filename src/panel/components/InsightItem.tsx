import { useState } from 'preact/hooks';
import type { Insight, InsightStatus, Severity } from '../../model/insights.ts';
import { formatCount } from '../format.ts';
import { TONE_OF_SEVERITY, TONE_OF_STATUS, type Tone } from '../state/tone.ts';
import { Chevron } from './Chevron.tsx';
import { FindingItem } from './FindingItem.tsx';
import { ToneLabel } from './ToneLabel.tsx';

/** Findings shown at first, and added by each "Show more": a page can have thousands. */
const FIRST_FINDINGS = 5;
const MORE_FINDINGS = 50;

const STATUS_TEXT: Record<InsightStatus, string> = {
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
  const more = findings.length - limit;
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
          {more > 0 && (
            <button type="button" class="text-button" onClick={() => setLimit(limit + MORE_FINDINGS)}>
              Show {Math.min(more, MORE_FINDINGS)} more of {formatCount(more)}
            </button>
          )}
        </div>
      )}
    </details>
  );
}

const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** A failed rule is as bad as the worst that it found. */
function toneOf({ status, findings }: Insight): Tone {
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  return status === 'fail' && worst ? TONE_OF_SEVERITY[worst] : TONE_OF_STATUS[status];
}
