import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInterfaceName, redactSelector } from '../../../../src/report/redaction/selector.ts';
import { createTagger } from '../../../../src/report/redaction/tag.ts';
import { TEST_KEY } from '../../../fixtures/builders/reports.ts';

const tag = createTagger(TEST_KEY);

describe('redactSelector', () => {
  it.each([
    ['main>img.hero', 'main>img.hero'],
    ['#promo-banner>a.btn-primary', '#promo-banner>a.btn-primary'],
    ['html > body > ul.menu > li:nth-child(3)', 'html>body>ul.menu>li:nth-child(3)'],
    ['p:nth-of-type(2) span', 'p:nth-of-type(2) span'],
    ['product-card.card', 'product-card.card'],
    ['div.css-1q2w3e.jane', 'div'],
    ['input[name="jane.doe@example.com"]', 'input'],
    ['a[title="a > b #c"].link', 'a.link'],
    ['jane-doe.card', '*.card'.slice(1)],
    ['div::before', 'div'],
    ['li:contains("Jane")', 'li'],
    ['§$%', '*'],
    ['', ''],
  ])('turns %s into %s', (raw, shown) => {
    expect(redactSelector(raw, tag)).toBe(shown);
  });

  it('gives an id that says something a tag, so that elements can still be told apart', () => {
    const [jane, jim] = [redactSelector('#user-jane>div', tag), redactSelector('#user-jim>div', tag)];
    expect(jane).toMatch(/^#\{id:[0-9a-f]{8}\}>div$/);
    expect(jim).not.toBe(jane);
    expect(redactSelector(jane, tag)).toBe(jane);
  });

  it('says only what it knows, whatever it is given', () => {
    const known =
      /^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[#.][\w-]+|#\{id:[0-9a-f]{8}\}|:(?:nth-(?:last-)?(?:child|of-type)\(\d+\)|(?:first|last|only)-(?:child|of-type))|[>+~ *])*$/i;
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const shown = redactSelector(text, tag);
        expect(shown).toMatch(known);
        for (const [, name = ''] of shown.matchAll(/[#.]([A-Za-z][\w-]*)/g)) expect(isInterfaceName(name)).toBe(true);
        expect(redactSelector(shown, tag)).toBe(shown);
      }),
    );
  });
});
