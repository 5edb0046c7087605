import { describe, expect, it } from 'vitest';
import { parseCommandLine, type RunOptions } from '../../../src/cli/args.ts';

function optionsOf(...argv: string[]): RunOptions {
  const command = parseCommandLine(argv);
  if (command.kind !== 'run') throw new Error('the arguments ask for help');
  return command.options;
}

describe('the arguments of the command line', () => {
  it('profile the demo into vitalog-report when there are none', () => {
    expect(optionsOf()).toEqual({
      urls: [],
      out: 'vitalog-report',
      open: false,
      json: false,
      interact: true,
      failOn: null,
      browser: 'chrome',
      browserPath: null,
      budgets: null,
      formats: [],
      level: 'default',
    });
  });

  it('choose Firefox, and no browser that there is none of', () => {
    expect(optionsOf('--browser', 'firefox').browser).toBe('firefox');
    expect(() => optionsOf('--browser', 'lynx')).toThrow('--browser takes "chrome" or "firefox", not "lynx".');
  });

  it('take URLs and options in any order', () => {
    const options = optionsOf(
      'example.com',
      '--fail-on',
      'warn',
      '--json',
      'localhost:3000/a',
      '--out=there',
      '--no-interact',
    );
    expect(options).toMatchObject({
      urls: ['https://example.com/', 'http://localhost:3000/a'],
      failOn: 'warn',
      json: true,
      out: 'there',
      interact: false,
    });
  });

  it('name formats and a level, and refuse what is none', () => {
    expect(optionsOf('--format', 'har,trace', '--level', 'strict')).toMatchObject({
      formats: ['har', 'trace'],
      level: 'strict',
    });
    expect(() => optionsOf('--format', 'har,pdf')).toThrow(/"pdf" is none of them/);
    expect(() => optionsOf('--level', 'none')).toThrow(/--level takes/);
  });

  it('take the verdict from a file alone', () => {
    const command = parseCommandLine(['--check', 'session.json', '--budgets', 'b.json']);
    expect(command).toEqual({ kind: 'check', options: { file: 'session.json', budgets: 'b.json', failOn: null } });
    expect(() => parseCommandLine(['--check', 'session.json', 'example.com'])).toThrow(/give it no URL/);
  });

  it('name the browser and leave it open', () => {
    expect(optionsOf('--budgets', 'b.json').budgets).toBe('b.json');
    expect(optionsOf('--open', '--browser-path', '/opt/chrome')).toMatchObject({
      open: true,
      browserPath: '/opt/chrome',
    });
  });

  it.each([['--help'], ['-h'], ['https://example.com/', '--help', '--json']])('ask for help with %s', (...argv) => {
    expect(parseCommandLine(argv)).toEqual({ kind: 'help' });
  });

  it.each([
    [['--frobnicate'], /--frobnicate.*--help/],
    [['--out'], /--out.*argument missing/],
    [['--fail-on', 'never'], /--fail-on takes "warn" or "error", not "never"/],
    [['file:///etc/passwd'], /only http and https/],
    [['http://'], /is no URL/],
  ])('%j are refused by name', (argv, message) => {
    expect(() => parseCommandLine(argv)).toThrow(message);
  });
});
