import { expect, test } from 'vitest';
import { endpointOf } from '../../../../src/analysis/resources/endpoint.ts';

test.each([
  ['/api/orders/42?x=1#top', '/api/orders/:id'],
  ['/api/orders/42/lines/7', '/api/orders/:id/lines/:id'],
  ['/api/users/0b7a1c2e-5d3f-4a6b-8c9d-112233445566', '/api/users/:id'],
  ['/api/blobs/9f86d081884c7d65.json', '/api/blobs/:id.json'],
  ['/api/2024/report.csv', '/api/:id/report.csv'],
  ['/api/v2/feed', '/api/v2/feed'],
  ['/api/decade/facade', '/api/decade/facade'],
  ['/', '/'],
])('%s is an address of %s', (path, endpoint) => {
  expect(endpointOf(`https://shop.example${path}`)).toBe(`https://shop.example${endpoint}`);
});

test('the port belongs to the endpoint, and what is no address stays as it is', () => {
  expect(endpointOf('http://127.0.0.1:8080/api/1')).toBe('http://127.0.0.1:8080/api/:id');
  expect(endpointOf('not an address')).toBe('not an address');
});
