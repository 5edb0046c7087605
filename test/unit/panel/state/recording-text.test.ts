import { describe, expect, it } from 'vitest';
import { recordingText } from '../../../../src/panel/state/recording-text.ts';

describe('the recording state in words', () => {
  it('names the site and what can be done about it', () => {
    expect(recordingText('recording', 'shop.example', false)).toMatchObject({
      tone: 'good',
      label: 'Recording shop.example',
      action: { does: 'pause' },
    });
    expect(recordingText('paused', 'shop.example', false)).toMatchObject({ tone: 'warn', action: { does: 'resume' } });
    expect(recordingText('not-listed', 'shop.example', false).action?.does).toBe('list');
  });

  it('speaks of this page where the browser does not tell its site', () => {
    expect(recordingText('no-access', null, false)).toMatchObject({
      label: 'No access to this page',
      action: { does: 'allow' },
    });
  });

  it.each(['recording', 'paused', 'not-listed'] as const)(
    'offers nothing in a private window that would write to the disk: %s',
    (state) => {
      const text = recordingText(state, 'shop.example', true);
      expect(text.action).toBeNull();
      expect(text.note).toContain('stays in memory');
    },
  );
});
