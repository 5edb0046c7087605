import { useRef, useState } from 'preact/hooks';
import type { Insight, InsightStatus } from '../../model/insights.ts';
import { formatCount } from '../format.ts';
import { worstSeverity } from '../state/insight-order.ts';
import { usePanel } from '../state/panel-context.ts';
import { TONE_OF_SEVERITY, TONE_OF_STATUS, type Tone } from '../state/tone.ts';
import { Chevron } from './Chevron.tsx';
import { FindingItem } from './FindingItem.tsx';
import { KeptRoom } from './KeptRoom.tsx';
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
  /** Moves nothing while the page load grows: it does not open by itself, and scrolls in a room of one height. */
  readonly isSteady?: boolean;
}

/** One rule's result; open while it has failed, unless the user closed it. */
export function InsightItem({ insight, origin, isSteady = false }: Props) {
  const { id, title, why, status, statusReason, findings } = insight;
  const [toggled, setToggled] = useState<boolean | null>(null);
  const [limit, setLimit] = useState(FIRST_FINDINGS);
  const opensItself = useOpensItself(status === 'fail', isSteady);
  const isOpen = toggled ?? opensItself;
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
        <KeptRoom class="insight-body" label={title} isKept={isSteady}>
          <p class="insight-why">{why}</p>
          {statusReason !== null && <p>{statusReason}</p>}
          <ul class="findings">
            {findings.slice(0, limit).map((finding, index) => (
              <FindingItem key={`${index} ${finding.message}`} finding={finding} origin={origin} />
            ))}
          </ul>
          <MoreButton shown={limit} total={findings.length} step={MORE_FINDINGS} onMore={setLimit} />
        </KeptRoom>
      )}
    </details>
  );
}

/** Whether a rule's findings are shown unasked: while it has failed, or as it was when an open page load had first been read. */
function useOpensItself(hasFailed: boolean, isSteady: boolean): boolean {
  const { current, settled } = usePanel();
  const first = useRef<boolean | null>(null);
  if (!isSteady || current.value?.state !== 'open') return hasFailed;
  if (settled.value) first.current ??= hasFailed;
  return first.current ?? hasFailed;
}

/** A failed rule is as bad as the worst that it found. */
function toneOf(insight: Insight): Tone {
  const worst = worstSeverity(insight);
  return insight.status === 'fail' && worst ? TONE_OF_SEVERITY[worst] : TONE_OF_STATUS[insight.status];
}
