import { expect, test } from 'vitest';
import { largestResources, slowestResources } from '../../../src/analysis/large-and-slow.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../src/model/size.ts';
import { pageAnalysis, resourceRecord } from '../../fixtures/builders/analysis.ts';

const small = resourceRecord({ transferSize: timingSize(100), duration: 900 });
const large = resourceRecord({ transferSize: timingSize(5000), duration: 30 });
const opaque = resourceRecord({ transferSize: UNKNOWN_SIZE, duration: 400 });
const cached = resourceRecord({ transferSize: timingSize(0), delivery: 'cache', duration: 1 });
const beacon = resourceRecord({ initiatorType: 'beacon', transferSize: timingSize(300), duration: 9000 });
const inlined = resourceRecord({ url: 'data:,x', duration: 9000 });
const page = pageAnalysis({ resources: [small, large, opaque, cached, beacon, inlined] });

test('the largest transferred most; unknown and cached ones are not among them', () => {
  expect(largestResources(page, 2)).toEqual([large, beacon]);
  expect(largestResources(page, 10)).toEqual([large, beacon, small]);
});

test('the slowest took longest; what nobody waits for is not among them', () => {
  expect(slowestResources(page, 3)).toEqual([small, opaque, large]);
});
