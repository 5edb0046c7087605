import { describe, expect, it } from 'vitest';
import { pageTable } from '../../../../src/cli/results/page-table.ts';
import type { PageAnalysis } from '../../../../src/model/analysis.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import {
  budgetResult,
  metricRecord,
  pageAnalysis,
  resourcePhases,
  resourceRecord,
} from '../../../fixtures/builders/analysis.ts';
import { viewRecord } from '../../../fixtures/builders/page-loads.ts';

const PAGE = 'https://shop.example/cart';

function tableOf(overrides: Partial<PageAnalysis>, notes: readonly string[] = []): string {
  return pageTable(PAGE, pageAnalysis(overrides), notes);
}

/** The lines of a section, from its title to the next blank line. */
function sectionOf(table: string, title: string): readonly string[] {
  const lines = table.split('\n').map((line) => line.trim());
  const start = lines.findIndex((line) => line.startsWith(title));
  return start < 0 ? [] : lines.slice(start + 1, [...lines, ''].indexOf('', start));
}

describe('the table of a page', () => {
  it('begins with the page and its verdict, and says what to know about the figures', () => {
    const [first, second, third] = tableOf({ budgetResults: [] }, ['its network never became quiet']).split('\n');
    expect(first).toBe(PAGE);
    expect(second).toBe('  No budget applies to this page.');
    expect(third).toBe('  Note: its network never became quiet.');
  });

  it('says what the collector left out to cost the page less', () => {
    const table = pageTable(PAGE, pageAnalysis(), [], 1);
    expect(table).toContain('  Recording took more than 3 s of a minute, so Vitalog stopped recording user timings.');
    expect(tableOf({})).not.toContain('stopped recording');
  });

  it('has each vital with value, rating and culprit, and no number for one that is unsupported', () => {
    const metrics = [
      metricRecord({ name: 'LCP', value: 3210, rating: 'needs-improvement', attribution: { target: 'img.hero' } }),
      metricRecord({
        name: 'CLS',
        value: null,
        rating: null,
        state: 'unsupported',
        stateReason: 'not in this browser',
      }),
    ];
    const table = tableOf({ views: [{ ...viewRecord(), metrics }] });
    expect(sectionOf(table, 'Vitals')).toEqual([
      'LCP       3.21 s  needs improvement, img.hero',
      'CLS  unsupported  not in this browser',
    ]);
  });

  it('names the limits without a verdict, those of one reason together', () => {
    const reason = 'Firefox does not measure this: it reports no longtask entries.';
    const lacking = { level: 'not-measured', actual: null, reason } as const;
    const table = tableOf({
      budgetResults: [
        budgetResult({ ...lacking, metric: 'TBT' }),
        budgetResult({ ...lacking, metric: 'TBT' }),
        budgetResult({ ...lacking, metric: 'long-task-count' }),
        budgetResult({ ...lacking, metric: 'INP', reason: null }),
        budgetResult({ level: 'pass', metric: 'LCP' }),
      ],
    });
    expect(sectionOf(table, 'Limits not measured')).toEqual([
      `TBT, number of long tasks  ${reason}`,
      'INP                        There is no value to hold against them.',
    ]);
    expect(tableOf({ budgetResults: [budgetResult({ level: 'pass' })] })).not.toContain('not measured');
  });

  it('names the limits that are not kept, errors first, with what broke them', () => {
    const broken = { actual: 3_000_000, expected: 2_000_000, unit: 'bytes' } as const;
    const offender = { kind: 'resource', label: 'https://shop.example/hero.png', value: 1, unit: 'bytes' } as const;
    const table = tableOf({
      budgetResults: [
        budgetResult({ ...broken, level: 'warn', metric: 'resource-size:image', offenders: [] }),
        budgetResult({
          ...broken,
          level: 'error',
          metric: 'resource-size:total',
          atLeast: true,
          offenders: [offender],
        }),
        budgetResult({ level: 'pass', metric: 'LCP' }),
        budgetResult({ level: 'not-measured', metric: 'INP' }),
      ],
    });
    expect(sectionOf(table, 'Limits not kept')).toEqual([
      'error  total transfer  at least 3 MB  limit 2 MB  /hero.png',
      'warn   total images             3 MB  limit 2 MB',
    ]);
  });

  it('lists the largest resources without those of unknown size, and the slowest with the phase that took the time', () => {
    const phases = resourcePhases({ queued: 1, wait: 2390, download: 10 });
    const resources = [
      resourceRecord({
        url: 'https://shop.example/api',
        resourceType: 'other',
        duration: 2401,
        phases,
        transferSize: UNKNOWN_SIZE,
      }),
      resourceRecord({
        url: 'https://cdn.example/hero.png',
        resourceType: 'image',
        transferSize: timingSize(1_500_000),
      }),
    ];
    const table = tableOf({ resources });
    expect(sectionOf(table, 'Largest resources')).toEqual(['1.5 MB  image  https://cdn.example/hero.png']);
    expect(sectionOf(table, 'Slowest resources')[0]).toMatch(/^2\.4 s {2}other {2}\/api +mostly wait \(2\.39 s\)$/);
  });

  it('leaves out sections that would be empty', () => {
    expect(tableOf({ views: [], resources: [], budgetResults: [], insights: [] }).split('\n')).toHaveLength(2);
  });
});
