import { expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../support/fake-browser.ts';

const evaluated = vi.fn();
Object.assign(fakeBrowser, { devtools: { inspectedWindow: { eval: evaluated } } });

const { inspectOutlined } = await import('../../../../src/panel/in-page/inspect-outlined.ts');

test("looks in the extension's own world, in the frame of the outline, with no selector in the code", async () => {
  evaluated.mockReset().mockResolvedValue([true]);
  expect(await inspectOutlined('https://ads.example/')).toBe(true);
  expect(evaluated).toHaveBeenCalledOnce();
  const [code, options] = evaluated.mock.calls[0] ?? [];
  expect(options).toEqual({ useContentScriptContext: true, frameURL: 'https://ads.example/' });
  expect(code).not.toContain('ads.example');
});

test('looks in the page where the browser throws at options that it does not know, as Firefox does', async () => {
  evaluated.mockReset().mockImplementation((_code: string, options?: object) => {
    if (options) throw new Error('Property "useContentScriptContext" is unsupported by Firefox');
    return Promise.resolve([true]);
  });
  expect(await inspectOutlined(null)).toBe(true);
  expect(evaluated).toHaveBeenCalledTimes(2);
});

test('says so when the element is found nowhere', async () => {
  evaluated.mockReset().mockResolvedValue([undefined, { isException: true, value: 'TypeError' }]);
  expect(await inspectOutlined(null)).toBe(false);
});
