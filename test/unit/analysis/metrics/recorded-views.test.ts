import { expect, test } from 'vitest';
import { recordedViews } from '../../../../src/analysis/metrics/recorded-views.ts';
import { pageLoadRecord, viewRecord, vitalRecord } from '../../../fixtures/builders/page-loads.ts';

test('a record tells the newest reading of each vital, rated, and says what is still to be read', () => {
  const views = [viewRecord()];
  const vitals = [vitalRecord({ value: 3200, revision: 2 }), vitalRecord({ value: 1200, revision: 1 })];
  const supportedEntryTypes = pageLoadRecord().supportedEntryTypes.filter((type) => type !== 'layout-shift');
  const [view, ...others] = recordedViews(pageLoadRecord({ views, vitals, supportedEntryTypes }));
  expect(others).toEqual([]);
  const metric = (name: string) => view?.metrics.find((one) => one.name === name);
  expect(metric('LCP')).toMatchObject({ value: 3200, rating: 'needs-improvement', state: 'measured' });
  expect(metric('CLS')).toMatchObject({ value: null, state: 'unsupported' });
  expect(metric('TBT')).toMatchObject({
    value: null,
    state: 'no-data',
    stateReason: expect.stringContaining('being read'),
  });
});
