import { type InsightPages, page } from '../insight-page.ts';

const PUSHED = '<div id="banner"></div><div id="pushed" style="height: 600px; background: teal"></div>';

/** Grows the banner to a height after the first paint. */
const grow = (height: number) => `<script>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    document.getElementById('banner').style.height = '${height}px';
    new PerformanceObserver(() => { document.body.dataset.done = ''; }).observe({ type: 'layout-shift', buffered: true });
    if (${height} === 0) document.body.dataset.done = '';
  })));
</script>`;

export const pages: InsightPages = {
  fails: {
    culprit: { selector: '#pushed' },
    serve: () => ({ '/': page({ body: PUSHED + grow(300) }) }),
    until: '[data-done]',
  },
  passes: {
    serve: () => ({ '/': page({ body: PUSHED + grow(0) }) }),
    until: '[data-done]',
  },
};
