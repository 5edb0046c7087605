import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { NO_CHOICE } from '../../../../src/panel/resources/facet-choice.ts';
import { filterResources } from '../../../../src/panel/resources/facet-resources.ts';
import { summarizeResources } from '../../../../src/panel/resources/resource-summaries.ts';
import { GROUPINGS } from '../../../../src/panel/resources/resources-location.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { anyResource } from '../../../fixtures/builders/any-resources.ts';

const own = resourceRecord({ startTime: 0, duration: 100, transferSize: timingSize(500) });
const overlapping = resourceRecord({ startTime: 50, duration: 100, transferSize: UNKNOWN_SIZE });
const third = { party: 'third', entity: 'Big Corp' } as const;
const tracker = resourceRecord({ ...third, url: 'https://a.big.example/t.js', transferSize: timingSize(9000) });
const pixel = resourceRecord({
  ...third,
  url: 'https://b.big.example/p.gif',
  resourceType: 'image',
  transferSize: UNKNOWN_SIZE,
});

test('sums up requests, known bytes and the time that at least one of them was going on', () => {
  expect(summarizeResources([own, overlapping], 'type')).toEqual([
    {
      name: 'script',
      requests: 2,
      transferSize: { value: 500, unknown: 1 },
      networkTime: 150,
      facet: 'type',
      values: ['script'],
    },
  ]);
});

test('an organisation has all its hosts, the page itself is one, and the heaviest comes first', () => {
  const unknown = resourceRecord({ url: 'https://nobody.example:8080/x', party: 'third', entity: null });
  const [first, second, last] = summarizeResources([own, tracker, pixel, unknown], 'entity');
  expect(second).toMatchObject({ name: 'Big Corp', facet: 'host', values: ['a.big.example', 'b.big.example'] });
  expect(first?.name).toBe('nobody.example:8080');
  expect(last).toMatchObject({ name: 'This site', facet: 'party', values: ['first'] });
});

test('each group holds what the filter behind its name leaves, and together they hold everything', () => {
  fc.assert(
    fc.property(fc.array(anyResource, { maxLength: 40 }), fc.constantFrom(...GROUPINGS), (list, grouping) => {
      const groups = summarizeResources(list, grouping);
      expect(groups.reduce((sum, { requests }) => sum + requests, 0)).toBe(list.length);
      if (grouping === 'entity') return;
      for (const { facet, values, requests } of groups) {
        expect(filterResources(list, { words: '', choice: { ...NO_CHOICE, [facet]: values } }, () => [])).toHaveLength(
          requests,
        );
      }
    }),
  );
});
