import { expect, it } from 'vitest';
import { backOffText } from '../../../src/analysis/back-off-text.ts';

it('says what was left out, and nothing when nothing was', () => {
  expect(backOffText(0)).toBeNull();
  expect(backOffText(1)).toBe('Recording took more than 3 s of a minute, so Vitalog stopped recording user timings.');
  expect(backOffText(2)).toBe(
    'Recording took more than 3 s of a minute, so Vitalog stopped recording user timings and events under 200 ms.',
  );
});
