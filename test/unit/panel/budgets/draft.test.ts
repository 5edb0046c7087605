import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDraft, draftOf, emptyLimit } from '../../../../src/panel/budgets/draft.ts';
import { anyBudgets, budget } from '../../../fixtures/builders/budgets.ts';

test('any budgets can be typed, and are read as the same', () => {
  fc.assert(
    fc.property(anyBudgets, (budgets) => {
      const { budgets: read, problems } = checkDraft(draftOf(budgets));
      expect([...problems]).toEqual([]);
      const plain = (list: typeof budgets) =>
        list.map(({ match, exclude, firstParty, ...rest }) => ({
          ...rest,
          match: typeof match === 'string' ? [match] : match,
          // An empty list says nothing.
          ...(exclude?.length && { exclude }),
          ...(firstParty?.length && { firstParty }),
        }));
      expect(plain(read)).toEqual(plain(budgets));
    }),
  );
});

test('times are typed with their unit, as sizes are', () => {
  const limits = [
    { metric: 'LCP', warn: 2000, error: 2500 },
    { metric: 'CLS', error: 0.1 },
    { metric: 'resource-size:total', error: 2_000_000 },
  ];
  const [draft] = draftOf([budget({ limits })]);
  expect(draft?.limits.map(({ warn, error }) => [warn, error])).toEqual([
    ['2000 ms', '2500 ms'],
    ['', '0.1'],
    ['', '2 MB'],
  ]);
});

test('what is wrong is told by field', () => {
  const [draft] = draftOf([budget()]);
  if (!draft) throw new Error('there is a draft');
  const limits = [
    ...draft.limits.map((limit) => ({ ...limit, warn: '9 kB' })),
    emptyLimit(),
    { ...emptyLimit(), metric: 'LCP' },
    { ...emptyLimit(), metric: 'CLS', warn: '10', relative: true },
  ];
  const { problems } = checkDraft([{ ...draft, name: ' ', match: 'shop', exclude: '/a\nb', last: '0', limits }]);
  expect([...problems.keys()].sort()).toEqual(
    [
      '0.baseline',
      '0.exclude',
      '0.limits.0.warn',
      '0.limits.1.metric',
      '0.limits.2.error',
      '0.limits.3.warn',
      '0.match',
      '0.name',
    ].sort(),
  );
});

test('two budgets of one name are a problem of the second', () => {
  expect([...checkDraft(draftOf([budget(), budget()])).problems.keys()]).toEqual(['1.name']);
});
