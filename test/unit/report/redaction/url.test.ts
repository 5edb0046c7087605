import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RedactionLevel } from '../../../../src/model/report.ts';
import { extensionOf } from '../../../../src/report/redaction/path.ts';
import { createRedactor } from '../../../../src/report/redaction/redactor.ts';
import { createTagger } from '../../../../src/report/redaction/tag.ts';
import { assetUrls } from '../../../fixtures/builders/asset-urls.ts';
import { TEST_KEY } from '../../../fixtures/builders/reports.ts';

function redactor(level: RedactionLevel = 'default') {
  return createRedactor(level, createTagger(TEST_KEY), new Map([['shop.example', 'first']]));
}
const { url } = redactor();

describe('a URL at the default level', () => {
  it.each([
    'https://shop.example/assets/main-4f3a2b1c.js',
    'https://shop.example/img/hero@2x.png',
    'https://shop.example/img/hero.png?w=640&h=480&format=webp&v=1.4.2',
    'https://shop.example/api/products?page=2',
    'https://cdn.example/npm/@preact/signals@1.2.3/dist/signals.module.js',
    'https://shop.example/static/js/vendors-node_modules_react-dom_index_js.4f3a2b1c.chunk.js',
    'https://shop.example/blog/2024/how-to-build-a-performance-budget',
    'https://shop.example/caf%C3%A9/men%C3%BC.html',
    'http://localhost:8080/a/b.css',
    'http://[::1]:8080/x.js',
    'about:blank',
    '',
  ])('keeps %s', (plain) => {
    expect(url(plain)).toBe(plain);
  });

  it.each([
    ['https://jane:secret@shop.example/a', 'https://shop.example/a'],
    ['https://shop.example/a#access_token=x', 'https://shop.example/a'],
    ['https://shop.example/a?#x', 'https://shop.example/a?'],
    ['file:///home/jane/site/index.html', 'file:///~/index.html'],
    ['data:image/png;base64,iVBORw0KGgo=', 'data:image/png,~12'],
    ['blob:https://shop.example/5c4d', 'blob:https://shop.example/~'],
    ['blob:null/5c4d', 'blob:~'],
    ['/relative/path', '~unparsable:14'],
    ['https://shop.example\\@evil.example/', '~unparsable:35'],
    ['https://shop example/', '~unparsable:21'],
    ['javascript:alert(1)', '~unparsable:19'],
    ['mailto:jane@example.com', '~unparsable:23'],
  ])('turns %s into %s', (raw, shown) => {
    expect(url(raw)).toBe(shown);
  });

  it.each([
    [
      'https://shop.example/u/b1e7f3a2-5c4d-4e8f-9a6b-7c3d2e1f0a9b/a.jpg',
      /^https:\/\/shop\.example\/u\/\{uuid:\w{8}\}\/a\.jpg$/,
    ],
    [
      'https://shop.example/main.5d41402abc4b2a76b9719d911017c592.js',
      /^https:\/\/shop\.example\/main\.\{hex:\w{8}\}\.js$/,
    ],
    ['https://shop.example/u/jane.doe@example.com', /\/u\/\{email:\w{8}\}$/],
    ['https://shop.example/u/jane.doe%40example.com', /\/u\/\{enc:\w{8}\}\.com$/],
    ['https://shop.example/orders/1234567890', /\/orders\/\{num:\w{8}\}$/],
    ['https://shop.example/app;jsessionid=A1B2/x.js', /\/app;jsessionid=~4:\w{8}\/x\.js$/],
    ['https://shop.example/search?q=shoes&page=x', /\/search\?q=~5:\w{8}&page=~1:\w{8}$/],
    ['https://shop.example/x.js?v=jane', /\/x\.js\?v=~4:\w{8}$/],
    ['https://shop.example/x.js?jane', /\/x\.js\?~4:\w{8}$/],
    ['https://shop.example/x?jane%40example.com=1', /\/x\?~18:\w{8}=~1:\w{8}$/],
    ['https://d41d8cd98f00b204e98.cdn.example/x.js', /^https:\/\/hex-\w{8}\.cdn\.example\/x\.js$/],
    ['https://shop.example/proxy/https%3A%2F%2Fa.example%2F%3Ft%3D1/b.js', /\/proxy\/\{enc:\w{8}\}\/b\.js$/],
    [`https://shop.example/${'long-name-'.repeat(20)}.js`, /^https:\/\/shop\.example\/\{long:\w{8}\}\.js$/],
  ])('hides what is in %s', (raw, shown) => {
    expect(url(raw)).toMatch(shown);
  });
});

describe('a URL at other levels', () => {
  it('shows at level strict a number for the host, a tag for the path, its extension and how long the query is', () => {
    const strict = redactor('strict').url;
    expect(strict('https://shop.example/a/b.min.js?x=1')).toMatch(/^https:\/\/first-1\/~\w{8}\.js\?~3$/);
    expect(strict('https://other.example:8443/')).toBe('https://third-1/');
    expect(strict('https://shop.example/')).toBe('https://first-1/');
  });

  it('loses at level raw only credentials and fragment', () => {
    const raw = redactor('raw').url;
    expect(raw('https://jane:pw@shop.example/u/1234567890?q=x#y')).toBe('https://shop.example/u/1234567890?q=x');
  });
});

describe('any URL', () => {
  it('comes out as a URL that parses, without credentials and fragment, and stays as it is the second time', () => {
    fc.assert(
      fc.property(
        fc.webUrl({
          withQueryParameters: true,
          withFragments: true,
          authoritySettings: { withUserInfo: true, withPort: true },
        }),
        fc.constantFrom<RedactionLevel>('default', 'strict'),
        (raw, level) => {
          const shown = redactor(level).url(raw);
          const parsed = new URL(shown);
          expect([parsed.username, parsed.password, parsed.hash]).toEqual(['', '', '']);
          expect(redactor(level).url(shown)).toBe(shown);
        },
      ),
    );
  });
});

describe('of a thousand ordinary asset URLs', () => {
  const assets = assetUrls(1000);
  const pathOf = (shown: string) => shown.replace(/\?.*$/, '');

  it('95 % stay distinct and legible at the default level: the name of the file, and its extension', () => {
    const shown = assets.map((asset) => url(asset.url));
    expect(new Set(shown).size).toBeGreaterThanOrEqual(950);
    const legible = assets.filter(({ name, extension }, n) => {
      const path = pathOf(shown[n] ?? '');
      return path.includes(name) && path.endsWith(extension);
    });
    expect(legible.length).toBeGreaterThanOrEqual(950);
  });

  it('those that differ in their path stay distinct at level strict, and keep the extension', () => {
    const paths = [...new Set(assets.map((asset) => pathOf(asset.url)))];
    const shown = paths.map(redactor('strict').url);
    expect(paths.length).toBeGreaterThan(800);
    expect(new Set(shown).size).toBe(paths.length);
    for (const [n, path] of paths.entries()) expect(shown[n]).toMatch(new RegExp(`${extensionOf(path)}$`));
  });
});
