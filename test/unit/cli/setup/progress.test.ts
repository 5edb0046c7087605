import { describe, expect, it } from 'vitest';
import { withProgress } from '../../../../src/cli/setup/progress.mjs';

function recorder(isTTY: boolean) {
  const written: string[] = [];
  return { stream: { isTTY, columns: 40, write: (text: string) => written.push(text) }, written };
}

describe('the progress of a long step', () => {
  it('in a log is a line at its start and a line with the time at its end', async () => {
    const { stream, written } = recorder(false);
    expect(await withProgress('Building', async () => 42, stream)).toBe(42);
    expect(written[0]).toBe('Building ...\n');
    expect(written.at(-1)).toMatch(/^Building: done in \d+\.\d s\n$/);
  });

  it('says that the step failed, and fails', async () => {
    const { stream, written } = recorder(false);
    const step = withProgress('Building', () => Promise.reject(new Error('no')), stream);
    await expect(step).rejects.toThrow('no');
    expect(written.at(-1)).toMatch(/^Building: failed after /);
  });

  it('on a terminal is one line that is overwritten, short enough not to wrap', async () => {
    const { stream, written } = recorder(true);
    await withProgress(
      'Installing',
      async (report) => {
        report(`fetch \u001b[31m${'x'.repeat(100)}\n`);
        await expect.poll(() => written.length).toBeGreaterThan(1);
      },
      stream,
    );
    const [, line = ''] = (written[1] ?? '').split('\r\u001b[2K');
    expect(line).toMatch(/^Installing \(\d+ s\) fetch x+$/);
    expect(line.length).toBeLessThan(40);
  });
});
