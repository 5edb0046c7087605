import { describe, expect, it } from 'vitest';
import { isRecorded, recordingChoice } from '../../../src/background/recording-choice.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/model/settings.ts';

const settings = (overrides: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...overrides });
const open = { tabHasDevtools: true };
const closed = { tabHasDevtools: false };

describe('whether a site is recorded', () => {
  it.each([
    ['everything', {}, { host: 'shop.example', ...closed }, 'recording'],
    ['everything but what is paused', { paused: ['shop.example'] }, { host: 'shop.example', ...open }, 'paused'],
    ['everything but paused subdomains', { paused: ['*.shop.example'] }, { host: 'a.shop.example', ...open }, 'paused'],
    ['what is not paused', { paused: ['shop.example'] }, { host: 'a.shop.example', ...closed }, 'recording'],
    ['the list', { record: 'listed', listed: ['shop.example'] }, { host: 'shop.example:3000', ...closed }, 'recording'],
    ['the list alone', { record: 'listed', listed: ['shop.example'] }, { host: 'news.example', ...open }, 'not-listed'],
    ['nothing, by an empty list', { record: 'listed' }, { host: 'shop.example', ...open }, 'not-listed'],
    [
      'not what is listed and paused',
      { record: 'listed', listed: ['*.shop.example'], paused: ['shop.example'] },
      { host: 'shop.example', ...closed },
      'paused',
    ],
    ['tabs with DevTools', { record: 'devtools' }, { host: 'shop.example', ...open }, 'recording'],
    ['tabs with DevTools alone', { record: 'devtools' }, { host: 'shop.example', ...closed }, 'no-devtools'],
    [
      'not what is paused, DevTools or not',
      { record: 'devtools', paused: ['a.example'] },
      { host: 'a.example', ...open },
      'paused',
    ],
    ['everything, whatever is listed', { listed: ['shop.example'] }, { host: 'news.example', ...closed }, 'recording'],
  ] as const)('%s', (_, overrides, site, choice) => {
    expect(recordingChoice(settings(overrides), site)).toBe(choice);
    expect(isRecorded(settings(overrides), site)).toBe(choice === 'recording');
  });
});
