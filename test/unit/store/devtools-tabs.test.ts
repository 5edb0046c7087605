import '../support/fake-browser.ts';

import { expect, it } from 'vitest';
import { addDevtoolsTab, readDevtoolsTabs, removeDevtoolsTab } from '../../../src/store/devtools-tabs.ts';

it('keeps the tabs with DevTools open, also when several change at once', async () => {
  await Promise.all([addDevtoolsTab(3), addDevtoolsTab(7), addDevtoolsTab(3)]);
  expect(await readDevtoolsTabs()).toEqual(new Set([3, 7]));
  await Promise.all([removeDevtoolsTab(3), addDevtoolsTab(9)]);
  expect(await readDevtoolsTabs()).toEqual(new Set([7, 9]));
});
