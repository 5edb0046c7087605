import type { ChartColor } from './chart-theme.ts';

interface Props {
  readonly entries: readonly {
    readonly label: string;
    readonly color: ChartColor;
    /** How it is drawn; what fills an area unless told otherwise. `limit` is a line across, which is drawn dashed. */
    readonly mark?: 'area' | 'line' | 'dot' | 'limit';
  }[];
}

/** What the colours of a chart stand for; what is read out in its place says it in words. */
export function ChartLegend({ entries }: Props) {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {entries.map(({ label, color, mark = 'area' }) => (
        <li key={label}>
          <span class={`chart-swatch ${mark}`} style={{ color: `var(--${color})` }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
