import { DEMO_FAULTS } from '../../../pages/demo/faults.ts';

/** Insights, metrics and limits of entries that Firefox does not make. */
export const UNMEASURED = {
  insights: ['layout-shifts', 'long-tasks', 'long-animation-frames', 'forced-layout', 'render-blocking', 'heap-growth'],
  metrics: ['CLS', 'TBT', 'TTI'],
};
/** Firefox 153 tells the sizes of images of another port of the same host, whether these allow it or not. */
const TOLD_ALL_THE_SAME = ['opaque-resources'];

/** The faults of the demo shop, with what Firefox can see of each; those of which it sees nothing are left out. */
export const SEEN_FAULTS = DEMO_FAULTS.map((fault) => ({
  ...fault,
  insights: fault.insights.filter((id) => ![...UNMEASURED.insights, ...TOLD_ALL_THE_SAME].includes(id)),
  limits: fault.limits.filter(({ metric }) => !UNMEASURED.metrics.includes(metric)),
})).filter(({ insights, limits }) => insights.length + limits.length > 0);
