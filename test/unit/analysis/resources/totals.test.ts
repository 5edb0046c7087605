import { expect, test } from 'vitest';
import { totalsOf } from '../../../../src/analysis/resources/totals.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';

test('requests and bytes are counted per type, in all, and for third parties', () => {
  const totals = totalsOf([
    resourceRecord({ resourceType: 'document', transferSize: timingSize(5000) }),
    resourceRecord({ transferSize: timingSize(1000) }),
    resourceRecord({ transferSize: timingSize(0), delivery: 'cache' }),
    resourceRecord({ transferSize: UNKNOWN_SIZE, opaque: true, party: 'third' }),
    resourceRecord({ resourceType: 'image', transferSize: timingSize(700), party: 'third' }),
    resourceRecord({ resourceType: 'image', url: 'data:image/png;base64,AAAA', transferSize: timingSize(0) }),
  ]);
  expect(totals.map(({ resourceType, requests, transferSize }) => [resourceType, requests, transferSize])).toEqual([
    ['document', 1, { value: 5000, unknown: 0 }],
    ['script', 3, { value: 1000, unknown: 1 }],
    ['stylesheet', 0, { value: 0, unknown: 0 }],
    ['image', 1, { value: 700, unknown: 0 }],
    ['media', 0, { value: 0, unknown: 0 }],
    ['font', 0, { value: 0, unknown: 0 }],
    ['other', 0, { value: 0, unknown: 0 }],
    ['total', 5, { value: 6700, unknown: 1 }],
    ['third-party', 2, { value: 700, unknown: 1 }],
  ]);
});
