import { expect, test } from 'vitest';
import { largeResources } from '../../../../src/analysis/insights/large-resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function sized(name: string, bytes: number) {
  return resourceRecord({ url: `https://shop.example/${name}`, transferSize: timingSize(bytes) });
}

test('everything over 1 MB is named, the largest first, with what to do about its type', () => {
  const hero = { ...sized('hero.jpg', 1_500_000), resourceType: 'image' } as const;
  const page = pageFacts({ resources: [sized('app.js', 1_000_001), hero, sized('main.js', 600_000)] });
  expect(largeResources.run(page)).toMatchObject({
    status: 'fail',
    findings: [
      {
        message:
          'hero.jpg transferred 1.5 MB, more than 1 MB. Scale it to the size it is shown at and serve it as AVIF or WebP.',
        severity: 'high',
        url: 'https://shop.example/hero.jpg',
        size: 1_500_000,
      },
      { severity: 'medium', url: 'https://shop.example/app.js' },
    ],
  });
});

test.each([
  ['exactly 1 MB', sized('app.js', 1_000_000)],
  ['of unknown size', resourceRecord({ transferSize: UNKNOWN_SIZE, opaque: true })],
  ['out of the cache', resourceRecord({ transferSize: timingSize(0), decodedBodySize: timingSize(5_000_000) })],
  ['inlined', resourceRecord({ url: 'data:image/png;base64,AAAA', transferSize: timingSize(2_000_000) })],
])('a resource %s is not large', (_, resource) => {
  expect(largeResources.run(pageFacts({ resources: [resource] }))).toEqual({ status: 'pass', findings: [] });
});

test('the limit can be moved', () => {
  const page = pageFacts({ resources: [sized('main.js', 600_000)] });
  expect(largeResources.run(page, { overBytes: 500_000 }).status).toBe('fail');
});
