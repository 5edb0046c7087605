import type { Chart } from 'chart.js';
import { type ChartTheme, chartTheme } from './chart-theme.ts';

/** Gives a chart's axes and tooltip the colours of the theme that holds now, which it answers. Call `update` afterwards. */
export function paintAxes(chart: Pick<Chart, 'options'>): ChartTheme {
  const theme = chartTheme();
  const { text, muted, grid, background, font } = theme;
  for (const scale of Object.values(chart.options.scales ?? {})) {
    if (scale?.ticks) Object.assign(scale.ticks, { color: muted, font });
    if (scale?.grid) Object.assign(scale.grid, { color: grid });
    if (scale && 'title' in scale && scale.title) Object.assign(scale.title, { color: muted, font });
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
