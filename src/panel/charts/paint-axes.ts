import type { Chart } from 'chart.js';
import { type ChartTheme, chartTheme } from './chart-theme.ts';

/** Gives a chart's axes and tooltip the colours of the theme that holds now, which it answers. Call `update` afterwards. */
export function paintAxes(chart: Pick<Chart, 'options'>): ChartTheme {
  const theme = chartTheme();
  const { text, muted, grid, background, font } = theme;
  const { x, y } = chart.options.scales ?? {};
  for (const scale of [x, y]) {
    if (scale?.ticks) Object.assign(scale.ticks, { color: muted, font });
    if (scale?.grid) Object.assign(scale.grid, { color: grid });
  }
  if (chart.options.plugins?.tooltip) {
    Object.assign(chart.options.plugins.tooltip, {
      backgroundColor: text,
      titleColor: background,
      bodyColor: background,
    });
  }
  return theme;
}
