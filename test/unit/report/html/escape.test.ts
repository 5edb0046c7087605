import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, htmlText, styleElement } from '../../../../src/report/html/escape.ts';

describe('the html tag', () => {
  it('escapes what is put in and keeps what it made itself', () => {
    const inner = html`<b>${'a < b & "c"'}</b>`;
    expect(htmlText(html`<p title="${"it's"}">${inner}${[inner, 3]}</p>`)).toBe(
      '<p title="it&#39;s"><b>a &lt; b &amp; &quot;c&quot;</b><b>a &lt; b &amp; &quot;c&quot;</b>3</p>',
    );
  });

  it('writes nothing for null, undefined and false, and 0 for 0', () => {
    expect(htmlText(html`[${null}${undefined}${false}${0}]`)).toBe('[0]');
  });

  it('takes no object for its own that only looks like it', () => {
    const forged = JSON.parse('{"text":"<b>","0":"<b>"}') as string;
    expect(() => htmlText(html`${forged}`)).toThrow();
  });

  it('lets no character through that could end an element or a quoted attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(htmlText(html`${text}`)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});

it('refuses a style sheet that could end its element', () => {
  expect(() => styleElement('a{}</style><p>')).toThrow('Take the "<" out of it.');
});
