import '../support/fake-browser.ts';

import { describe, expect, it } from 'vitest';
import { scriptErrorRegistration } from '../../../src/background/script-error-scripts.ts';
import { DEFAULT_SETTINGS } from '../../../src/model/settings.ts';

const wanted = { ...DEFAULT_SETTINGS, scriptErrors: true };

describe('the script in the page', () => {
  it('is not registered unless script errors are wanted', () => {
    expect(scriptErrorRegistration(DEFAULT_SETTINGS)).toBeNull();
  });

  it('comes first in every frame of every site that is not paused', () => {
    expect(scriptErrorRegistration({ ...wanted, paused: ['shop.example', '*.news.example'] })).toMatchObject({
      matches: ['http://*/*', 'https://*/*'],
      excludeMatches: ['*://shop.example/*', '*://*.news.example/*'],
      runAt: 'document_start',
      allFrames: true,
      world: 'MAIN',
    });
  });

  it('comes to the listed sites alone, and to none when the list is empty', () => {
    const listed = { ...wanted, record: 'listed' as const };
    expect(scriptErrorRegistration({ ...listed, listed: ['shop.example'] })?.matches).toEqual(['*://shop.example/*']);
    expect(scriptErrorRegistration(listed)).toBeNull();
  });

  it('covers a whole host where one port is listed, and leaves none out where one port is paused', () => {
    const registered = scriptErrorRegistration({
      ...wanted,
      record: 'listed',
      listed: ['localhost:3000', 'localhost:3001'],
      paused: ['localhost:3001'],
    });
    expect(registered).toMatchObject({ matches: ['*://localhost/*'], excludeMatches: [] });
  });
});
