import { expect, test } from 'vitest';
import { opaqueResources } from '../../../../src/analysis/insights/opaque-resources.ts';
import { pageFacts, resourceRecord } from '../../../fixtures/builders/analysis.ts';

function opaque(url: string) {
  return resourceRecord({ url, opaque: true });
}

test('origins that hide their timing are named with the header to add, those with most responses first', () => {
  const resources = [
    opaque('http://127.0.0.1:8081/badge.svg'),
    opaque('https://cdn.example/a.js'),
    opaque('https://cdn.example/b.js'),
    resourceRecord(),
  ];
  expect(opaqueResources.run(pageFacts({ resources }))).toMatchObject({
    status: 'informative',
    findings: [
      {
        message:
          '2 responses from https://cdn.example cannot be measured. Have that server send "Timing-Allow-Origin: https://shop.example" to see sizes and phases.',
        url: 'https://cdn.example/a.js',
      },
      { message: expect.stringMatching(/^badge\.svg from http:\/\/127\.0\.0\.1:8081 /) },
    ],
  });
});

test('a page that can be measured passes', () => {
  expect(opaqueResources.run(pageFacts({ resources: [resourceRecord()] }))).toEqual({ status: 'pass', findings: [] });
});
