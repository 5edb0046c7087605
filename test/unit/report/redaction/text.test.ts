import { describe, expect, it } from 'vitest';
import { redactInvoker } from '../../../../src/report/redaction/invoker.ts';
import { createRedactor } from '../../../../src/report/redaction/redactor.ts';
import { createTagger } from '../../../../src/report/redaction/tag.ts';
import { TEST_KEY } from '../../../fixtures/builders/reports.ts';

const parties = new Map([['shop.example', 'first' as const]]);
const redact = createRedactor('default', createTagger(TEST_KEY), parties);
const strict = createRedactor('strict', createTagger(TEST_KEY), parties);

describe('a sentence', () => {
  it.each([
    'The largest image, hero.png, is 1.55 MB: serve it as AVIF or WebP.',
    'main-4f3a2b1c.js took 2.41 s (90% of it waiting), at 1.5 MB/s.',
    'Reserve space for #banner; it moved main>img.hero by 120 px.',
    '3 of 12 limits are broken: LCP, CLS and total transfer.',
    'Font inter-latin.woff2 arrived after the first paint, i.e. text was hidden.',
    'See /api/products?page=2 and https://shop.example/a.js.',
    'A main*.js over 400 kB costs more than it gives; "node_modules/react" is in it.',
  ])('that says nothing about a user stays as it is: %s', (text) => {
    expect(redact.text(text)).toBe(text);
  });

  it.each([
    ['GET https://jane:pw@shop.example/a?t=1#x failed.', /^GET https:\/\/shop\.example\/a\?t=~1:\w{8} failed\.$/],
    ['(see "/u/jane@example.com/a.png")', /^\(see "\/u\/\{email:\w{8}\}\/a\.png"\)$/],
    ['url=https://shop.example/?q=jane', /^url=https:\/\/shop\.example\/\?q=~4:\w{8}$/],
    ['Call +49 151 2345 6789 now', /^Call \{num:\w{8}\} now$/],
    ['card 4111 1111 1111 1111', /^card \{num:\w{8}\}$/],
    ['div.jane moved', /^div moved$/],
    ['a name that goes on and on-and-on-and-on/jane.doe@exam…', /^a name that goes on and ~\d+…$/],
    [
      'data:text/plain,secret and blob:https://shop.example/5c4d',
      /^data:text\/plain,~6 and blob:https:\/\/shop\.example\/~$/,
    ],
  ])('loses what it should not say: %s', (text, shown) => {
    expect(redact.text(text)).toMatch(shown);
  });

  it('stays as it is the second time', () => {
    const once = redact.text(
      '#jane>p was pushed by https://shop.example/?q=jane and div#jim.x in /u/jane@example.com.',
    );
    expect(once).toMatch(/^#\{id:\w{8}\}>p was pushed by/);
    expect(redact.text(once)).toBe(once);
  });

  it('names at level strict no host, path, file or element', () => {
    const shown = strict.text(
      'hero.png of cdn.other.example, at https://shop.example/img/hero.png, moved div.banner at 2 MB/s.',
    );
    expect(shown).toMatch(/^~\w{8}\.png of third-1, at https:\/\/first-1\/~\w{8}\.png, moved \* at 2 MB\/s\.$/);
  });

  it('quotes what is known as that was redacted, but never inside a longer name', () => {
    const known = new Map([['/find?q=jane', '/find?q=~4:00000000']]);
    expect(redact.text('/find?q=jane is slow.', known)).toBe('/find?q=~4:00000000 is slow.');
    expect(redact.text('/a/find?q=jane is slow.', known)).not.toContain('~4:00000000');
  });
});

describe('the invoker of a script', () => {
  it.each([
    ['https://shop.example/app.js?x=1', /^https:\/\/shop\.example\/app\.js\?x=~1:\w{8}$/],
    ['IMG#hero.onload', /^IMG#hero\.onload$/],
    ['IMG#jane.onload', /^IMG#\{id:\w{8}\}\.onload$/],
    [
      'IMG[src=https://shop.example/u.png?t=1].onload',
      /^IMG\[src=https:\/\/shop\.example\/u\.png\?t=~1:\w{8}\]\.onload$/,
    ],
    ['TimerHandler:setTimeout', /^TimerHandler:setTimeout$/],
    ['Response.json.then', /^Response\.json\.then$/],
    ['DOMWindow.onclick', /^DOMWindow\.onclick$/],
    ['', /^$/],
  ])('%s is shown without what a page put into it', (raw, shown) => {
    expect(redactInvoker(raw, redact)).toMatch(shown);
  });
});
