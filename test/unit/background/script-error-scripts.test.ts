import '../support/fake-browser.ts';

import { describe, expect, it } from 'vitest';
import { scriptErrorRegistrations } from '../../../src/background/script-error-scripts.ts';
import { DEFAULT_SETTINGS } from '../../../src/model/settings.ts';

const wanted = { ...DEFAULT_SETTINGS, scriptErrors: true };

describe('the scripts for script errors', () => {
  it('are not registered unless script errors are wanted', () => {
    expect(scriptErrorRegistrations(DEFAULT_SETTINGS)).toEqual([]);
  });

  it('come first in every frame of every site that is not paused', () => {
    const common = {
      matches: ['http://*/*', 'https://*/*'],
      excludeMatches: ['*://shop.example/*', '*://*.news.example/*'],
      runAt: 'document_start',
      allFrames: true,
    };
    expect(scriptErrorRegistrations({ ...wanted, paused: ['shop.example', '*.news.example'] })).toMatchObject([
      { ...common, world: 'ISOLATED' },
      { ...common, world: 'MAIN' },
    ]);
  });

  it('come to the listed sites alone, and to none when the list is empty', () => {
    const listed = { ...wanted, record: 'listed' as const };
    expect(scriptErrorRegistrations({ ...listed, listed: ['shop.example'] })[0]?.matches).toEqual([
      '*://shop.example/*',
    ]);
    expect(scriptErrorRegistrations(listed)).toEqual([]);
  });

  it('cover a whole host where one port is listed, and leave none out where one port is paused', () => {
    const [registered] = scriptErrorRegistrations({
      ...wanted,
      record: 'listed',
      listed: ['localhost:3000', 'localhost:3001'],
      paused: ['localhost:3001'],
    });
    expect(registered).toMatchObject({ matches: ['*://localhost/*'], excludeMatches: [] });
  });
});
