import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourceKey, resourceOfKey } from '../../../../src/panel/resources/resource-key.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';

test('finds each request again by its key, also among others of its URL or of its moment', () => {
  const records = fc.array(
    fc.record({ url: fc.webUrl(), startTime: fc.oneof(fc.nat(3), fc.double({ noNaN: true, min: 0, max: 1e7 })) }),
  );
  fc.assert(
    fc.property(records, (list) => {
      const resources = list.map((overrides) => resourceRecord(overrides));
      for (const { url, startTime } of resources) {
        expect(resourceOfKey(resources, resourceKey({ url, startTime }))).toMatchObject({ url, startTime });
      }
    }),
  );
});

test('finds nothing for what is no key of a request', () => {
  for (const key of ['', '-', '100', '100-', 'x-y-z']) expect(resourceOfKey([resourceRecord()], key)).toBeNull();
});
