import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../../src/cli/setup/run-command.mjs';

const node = (script: string) => runCommand(process.execPath, ['-e', script]);

describe('a command', () => {
  it('answers its exit status and the lines of both streams', async () => {
    const { code, lines } = await node('console.log("out"); console.error("err"); process.exit(3)');
    expect(code).toBe(3);
    expect([...lines].sort()).toEqual(['err', 'out']);
  });

  it('that does not exist has no exit status and says so', async () => {
    const { code, lines } = await runCommand('vitalog-no-such-program', []);
    expect(code).toBeNull();
    expect(lines.join()).toContain('ENOENT');
  });

  it('that talks a lot keeps the end', async () => {
    const { lines } = await node('for (let i = 0; i < 5000; i++) console.log(i)');
    expect(lines.length).toBeLessThanOrEqual(200);
    expect(lines.at(-1)).toBe('4999');
  });
});
