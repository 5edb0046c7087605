import { expect, test } from 'vitest';
import { inReadingOrder, worstSeverity } from '../../../../src/panel/state/insight-order.ts';
import { finding, insight } from '../../../fixtures/builders/analysis.ts';

const failed = (id: string, ...severities: ('high' | 'medium' | 'low')[]) =>
  insight({ id, status: 'fail', findings: severities.map((severity) => finding({ severity })) });

test('failed rules come first, by the worst that they found, then by how the others came out', () => {
  const insights = [
    insight({ id: 'passed', status: 'pass', findings: [] }),
    insight({ id: 'silent', status: 'not-measured', findings: [] }),
    insight({ id: 'told', status: 'informative', findings: [finding({ severity: 'low' })] }),
    failed('small', 'low'),
    failed('large', 'low', 'high'),
    failed('fair', 'medium'),
    failed('large too', 'high'),
    insight({ id: 'broken', status: 'error', findings: [] }),
  ];
  expect(inReadingOrder(insights).map(({ id }) => id)).toEqual([
    'large',
    'large too',
    'fair',
    'small',
    'broken',
    'told',
    'silent',
    'passed',
  ]);
});

test('the worst of several findings counts, and of none nothing', () => {
  expect(worstSeverity(failed('a', 'low', 'medium'))).toBe('medium');
  expect(worstSeverity({ findings: [] })).toBeNull();
});
