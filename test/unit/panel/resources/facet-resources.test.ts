import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chosenValues,
  FACETS,
  type FacetChoice,
  NO_CHOICE,
  toggleFacet,
} from '../../../../src/panel/resources/facet-choice.ts';
import { countFacets, filterResources } from '../../../../src/panel/resources/facet-resources.ts';
import type { FlagsOf } from '../../../../src/panel/resources/resource-flags.ts';
import { hostOf, statusClass } from '../../../../src/panel/resources/resource-traits.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { anyResource } from '../../../fixtures/builders/any-resources.ts';

const script = resourceRecord({ url: 'https://a.example/Beta.js' });
const style = resourceRecord({ url: 'https://a.example/alpha.css', resourceType: 'stylesheet' });
const foreign = resourceRecord({ url: 'https://b.example/c.js', status: null, party: 'third', entity: 'Big Corp' });
const all = [script, style, foreign];
const flagsOf: FlagsOf = (resource) => (resource.duration > 1000 ? [{ name: 'slow', tone: 'warn' }] : []);
const rowsOf = (filter: string, choice: Partial<FacetChoice> = {}) =>
  filterResources(all, { words: filter, choice: { ...NO_CHOICE, ...choice } }, flagsOf);

test('filters by every word, in URL, type, status or organisation', () => {
  expect(rowsOf('A.EXAMPLE js')).toEqual([script]);
  expect(rowsOf('stylesheet')).toEqual([style]);
  expect(rowsOf('unknown')).toEqual([foreign]);
  expect(rowsOf('big corp')).toEqual([foreign]);
  expect(rowsOf('  ')).toEqual(all);
});

test('takes any of the values of one facet, and all of the facets', () => {
  expect(rowsOf('', { type: ['script'] })).toEqual([script, foreign]);
  expect(rowsOf('', { type: ['script', 'stylesheet'], host: ['a.example'] })).toEqual([script, style]);
  expect(rowsOf('', { type: ['stylesheet'], party: ['third'] })).toEqual([]);
});

test('says by how a request was answered', () => {
  const failure = { aborted: false, text: 'net::ERR_FAILED' };
  expect([
    statusClass({ status: 204, failure: null }),
    statusClass({ status: 404, failure: null }),
    statusClass({ status: null, failure }),
    statusClass({ status: null, failure: null }),
    statusClass({ status: 0, failure: null }),
  ]).toEqual(['2xx', '4xx', 'no answer', 'unknown', 'unknown']);
});

const choices: fc.Arbitrary<FacetChoice> = fc.record({
  type: fc.subarray(['script', 'image', 'font']),
  party: fc.subarray(['first', 'third']),
  status: fc.subarray(['2xx', '4xx', 'unknown']),
  flag: fc.subarray(['slow', 'none such']),
  host: fc.subarray(['cdn.example', 'ads.example']),
});

test('the count of each value is what choosing it alone of its facet leaves', () => {
  fc.assert(
    fc.property(
      fc.array(anyResource, { maxLength: 40 }),
      choices,
      fc.constantFrom('', 'js', 'a'),
      (list, choice, filter) => {
        const counts = countFacets(list, { words: filter, choice }, flagsOf);
        for (const facet of FACETS) {
          for (const [value, count] of counts[facet]) {
            const alone = filterResources(list, { words: filter, choice: { ...choice, [facet]: [value] } }, flagsOf);
            expect(alone).toHaveLength(count);
          }
        }
      },
    ),
  );
});

test('the counts of a facet that every request has one value of add up to the rows without a choice of it', () => {
  fc.assert(
    fc.property(fc.array(anyResource, { maxLength: 40 }), choices, (list, choice) => {
      const counts = countFacets(list, { words: '', choice }, flagsOf);
      for (const facet of ['type', 'party', 'status', 'host'] as const) {
        const sum = [...counts[facet].values()].reduce((total, count) => total + count, 0);
        expect(sum).toBe(filterResources(list, { words: '', choice: { ...choice, [facet]: [] } }, flagsOf).length);
      }
    }),
  );
});

test('a value is chosen and let go of', () => {
  const chosen = toggleFacet(toggleFacet(NO_CHOICE, 'type', 'script'), 'host', 'b.example');
  expect(chosenValues(chosen)).toEqual([
    { facet: 'type', value: 'script' },
    { facet: 'host', value: 'b.example' },
  ]);
  expect(toggleFacet(chosen, 'type', 'script')).toEqual({ ...NO_CHOICE, host: ['b.example'] });
});

test('a host has its port, and what has no host goes by its scheme', () => {
  expect(['https://a.example:8443/x?u=https://b.example/', 'http://[::1]/', 'https://a.example'].map(hostOf)).toEqual([
    'a.example:8443',
    '[::1]',
    'a.example',
  ]);
  expect(['data:text/plain,//x/', 'blob:https://a.example/1', 'no url'].map(hostOf)).toEqual([
    'data:',
    'blob:',
    'unknown',
  ]);
});
