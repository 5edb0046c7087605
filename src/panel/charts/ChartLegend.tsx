import type { ChartColor } from './chart-theme.ts';

interface Props {
  readonly entries: readonly {
    readonly label: string;
    readonly color: ChartColor;
    /** A line across, which is drawn dashed. */
    readonly isLimit?: boolean;
  }[];
}

/** What the colours of a chart stand for; what is read out in its place says it in words. */
export function ChartLegend({ entries }: Props) {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {entries.map(({ label, color, isLimit }) => (
        <li key={label}>
          <span class={isLimit ? 'chart-swatch limit' : 'chart-swatch'} style={{ color: `var(--${color})` }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
