import { expect, test } from 'vitest';
import type { ReportPageLoad } from '../../../src/model/report.ts';
import { DEMO_FAULTS, type DemoFault, TIMING_ALLOWED_PATH } from '../../pages/demo/faults.ts';
import { findingNames, findingsOf, isFileOf, loadOf, offenderNames } from './names-culprit.ts';

/** Insights that depend on the shop alone and not on how fast the machine is: they must name the faults and nothing else. */
const EXACT_INSIGHTS = [
  'large-resources',
  'slow-resources',
  'failed-requests',
  'uncompressed-text',
  'late-fonts',
  'opaque-resources',
] as const;

/** Limits that a slow machine breaks too. */
const TIMED_LIMITS = /^(LCP|INP|FCP|FID|TBT|TTI|api-response-time:.*)$/;

/** Tests that the page loads of a session report name every fault of the demo shop, and call nothing else large or slow. */
export function testReportNamesFaults(pageLoads: () => readonly ReportPageLoad[]): void {
  test.each(DEMO_FAULTS)('$page: $what', (fault) => {
    const load = loadOf(pageLoads(), fault.page);
    for (const id of fault.insights) {
      const named = findingsOf(load, id).some((finding) => findingNames(finding, fault.culprit, load.url));
      expect(named, `${id} names the culprit: ${JSON.stringify(findingsOf(load, id))}`).toBe(true);
    }
    for (const { metric, level } of fault.limits) {
      const result = load.budgetResults.find((candidate) => candidate.metric === metric);
      expect(result?.level, metric).toBe(level);
      const named = result?.offenders.some((offender) => offenderNames(offender, fault.culprit, load.url));
      expect(named, `${metric} names the culprit: ${JSON.stringify(result?.offenders)}`).toBe(true);
    }
    for (const name of fault.metrics ?? []) {
      const metric = load.views[0]?.metrics.find((candidate) => candidate.name === name);
      expect(isFileOf(String(metric?.attribution.url), fault.culprit, load.url), name).toBe(true);
    }
  });

  test.each(EXACT_INSIGHTS)('%s names nothing else', (id) => {
    for (const load of pageLoads()) {
      const expected = faultsOf(load, id);
      const others = findingsOf(load, id).filter(
        (finding) => !expected.some(({ culprit }) => findingNames(finding, culprit, load.url)),
      );
      expect(others, `on ${load.url}`).toEqual([]);
    }
  });

  test('breaks no other limit on sizes, counts, errors or shifts', () => {
    for (const load of pageLoads()) {
      const broken = load.budgetResults
        .filter(({ level, metric }) => (level === 'warn' || level === 'error') && !TIMED_LIMITS.test(metric))
        .map(({ metric }) => metric);
      const known = DEMO_FAULTS.filter(({ page }) => page === pathOf(load)).flatMap(({ limits }) => limits);
      expect(known.map(({ metric }) => metric)).toEqual(expect.arrayContaining(broken));
    }
  });

  test('the second origin is unknown where it hides its size, and known where it allows it', () => {
    const load = loadOf(pageLoads(), '/cart');
    const ofOther = (path: string) => load.resources.find(({ url }) => new URL(url).pathname === path);
    const silent = ofOther('/badges/secure-payment.svg');
    expect(silent).toMatchObject({ opaque: true, transferSize: { value: null, source: 'unknown' }, status: null });
    expect(silent?.encodedBodySize).toEqual({ value: null, source: 'unknown' });
    expect(silent?.decodedBodySize).toEqual({ value: null, source: 'unknown' });
    const allowed = ofOther(TIMING_ALLOWED_PATH);
    expect(allowed).toMatchObject({ opaque: false, transferSize: { source: 'resource-timing' } });
    expect(allowed?.transferSize.value).toBeGreaterThan(0);
  });
}

function faultsOf(load: ReportPageLoad, insightId: string): readonly DemoFault[] {
  return DEMO_FAULTS.filter(({ page, insights }) => page === pathOf(load) && insights.includes(insightId));
}

function pathOf({ url }: ReportPageLoad): string {
  return new URL(url).pathname;
}
