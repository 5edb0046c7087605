import { describe, expect, it } from 'vitest';
import { findSecrets, holdsSecret } from '../../../../src/report/redaction/detectors.ts';

describe('the detectors', () => {
  it.each([
    'performance-budget-for-front-end-teams',
    'vendors-node_modules_lodash_lodash_js',
    'getElementsByClassNameFromCache',
    'product-hero-image-large-4f3a2b1c',
    'inter-latin-400-normal-v18',
    'screenshot-2024-05-17',
    'hero@2x.png',
    'lodash@4.17.21',
    'first-contentful-paint',
    '1280x720',
  ])('let %s pass', (text) => {
    expect(holdsSecret(text)).toBe(false);
  });

  it.each([
    ['tok', 'q7Zk2mVx9Lr4Tn8Wb3Yc6Hd1'],
    ['tok', 'aG3k-Zq81_mXw7-LpT2vB9cN'],
    ['hex', 'session-9f86d081884c7d65'],
    ['email', 'mailto=jane@example.com'],
    ['num', 'id123456789'],
    ['key', 'AKIAIOSFODNN7EXAMPLE'],
    ['jwt', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x'],
  ])('find a %s in %s', (kind, text) => {
    expect(findSecrets(text)[0]?.kind).toBe(kind);
  });

  it('leave the ordinary words beside a find', () => {
    const text = 'main-5d41402abc4b2a76b971';
    const [found] = findSecrets(text);
    expect(text.slice(found?.start, found?.end)).toBe('5d41402abc4b2a76b971');
    expect(findSecrets('q7Zk2mVx-5d41402abc4b2a76b971-Wb3Yc6Hd1')).toEqual([{ kind: 'hex', start: 0, end: 39 }]);
  });

  it('take in the letters and digits around a find, so that no rest of it is left', () => {
    const text = 'x/sess9f86d081884c7d65zz/y';
    const [found] = findSecrets(text);
    expect(text.slice(found?.start, found?.end)).toBe('sess9f86d081884c7d65zz');
  });

  it('look under percent-encoding three deep and under base64', () => {
    expect(holdsSecret('jane%252540example.com')).toBe(true);
    expect(holdsSecret(Buffer.from('user=jane@example.com').toString('base64'))).toBe(true);
    expect(holdsSecret(encodeURIComponent(Buffer.from('{"sub":"jane@example.com"}').toString('base64')))).toBe(true);
  });
});
