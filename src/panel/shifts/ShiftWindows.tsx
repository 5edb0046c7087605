import { rate } from '../../analysis/metrics/thresholds.ts';
import type { ViewAnalysis } from '../../model/analysis.ts';
import { KeptRoom } from '../components/KeptRoom.tsx';
import { type Heading, TableHead } from '../components/TableHead.tsx';
import { ToneLabel } from '../components/ToneLabel.tsx';
import { formatCount, inColumn } from '../format.ts';
import type { ShiftWindow } from '../state/shift-windows.ts';
import { TONE_OF_RATING } from '../state/tone.ts';
import { relativeUrl } from '../state/url-text.ts';

/** The largest say what CLS is made of; a page that never rests has hundreds. */
const SHOWN = 10;

const HEADINGS: readonly Heading[] = [
  { text: 'Session window' },
  { text: 'Shifts', class: 'number' },
  { text: 'Score', class: 'number' },
];

interface Props {
  readonly windows: readonly ShiftWindow[];
  readonly views: readonly ViewAnalysis[];
  readonly origin: string;
}

/** The session windows, the largest first: the largest of a view is its CLS. */
export function ShiftWindows({ windows, views, origin }: Props) {
  return (
    <KeptRoom class="shift-windows-room" label="Session windows">
      <table class="table figures shift-windows" id="shift-windows" data-testid="shift-windows">
        <TableHead headings={HEADINGS} />
        <tbody>
          {windows.slice(0, SHOWN).map(({ viewId, startTime, duration, score, shifts }, rank) => {
            const view = views.find((candidate) => candidate.viewId === viewId);
            return (
              <tr key={rank}>
                <th scope="row" class="ellipsis">
                  {duration > 0
                    ? `${inColumn.ms(startTime)} to ${inColumn.ms(startTime + duration)}`
                    : `at ${inColumn.ms(startTime)}`}
                  {views.length > 1 && view && <span class="muted"> · {relativeUrl(view.url, origin)}</span>}
                </th>
                <td class="number">{formatCount(shifts.length)}</td>
                <td class="number">
                  <ToneLabel tone={TONE_OF_RATING[rate('CLS', score)]} text={inColumn.limitValue(score, 'score')} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </KeptRoom>
  );
}
