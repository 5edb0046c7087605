import { TableHead } from '../../components/TableHead.tsx';
import { ToneLabel } from '../../components/ToneLabel.tsx';
import type { ToneText } from '../../state/session-text.ts';

/** A figure of both sides and what lies between. */
export interface ComparisonRow {
  readonly key: string;
  readonly label: string;
  /** The whole of a label that may be cut. */
  readonly title?: string;
  readonly a: ToneText;
  readonly b: ToneText;
  readonly change: ToneText;
}

interface Props {
  /** What the rows are: `Metric`. */
  readonly heading: string;
  readonly rows: readonly ComparisonRow[];
  /** What is said below. */
  readonly note?: string | null;
}

/** Figures of two page loads side by side. */
export function ComparisonTable({ heading, rows, note }: Props) {
  return (
    <>
      <table class="table comparison">
        <TableHead
          headings={[
            { text: heading },
            { text: 'A', class: 'number' },
            { text: 'B', class: 'number' },
            { text: 'Difference', class: 'number' },
          ]}
        />
        <tbody>
          {rows.map(({ key, label, title, a, b, change }) => (
            <tr key={key} data-testid="comparison" data-key={key}>
              <th scope="row" title={title}>
                {label}
              </th>
              {[a, b, change].map((cell, index) => (
                <td key={index} class="number">
                  <Toned {...cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p class="muted compared-rest">{note}</p>}
    </>
  );
}

/** A text with its tone; what has none is text alone. */
function Toned({ tone, text }: ToneText) {
  if (tone !== 'none') return <ToneLabel tone={tone} text={text} />;
  return <span class={text === 'unknown' || text === 'same' ? 'muted' : undefined}>{text}</span>;
}
