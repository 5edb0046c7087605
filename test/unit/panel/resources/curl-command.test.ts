import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand, shellQuote } from '../../../../src/panel/resources/curl-command.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';

/** Runs a command line in a real shell, with a `curl` that says what it was given, one argument a record. */
function argumentsOf(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}\n`;
  const told = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { HOME: '/nowhere', A: 'expanded' } });
  return told.split('\0').slice(0, -1);
}

const HOSTILE = [
  "https://x.example/it's?q='$(echo ran)'",
  'https://x.example/`id`;$A;$A&&false|cat',
  'https://x.example/a b\nc\r\n#"quoted" \\ % %A% !! ~ * [1-9] {a,b}',
  "https://x.example/''\\''",
  'https://x.example/\u0000nul',
];

test('hands a hostile URL to curl as it is, and lets nothing of it run', () => {
  for (const url of HOSTILE) {
    const command = curlCommand(resourceRecord({ url, method: null, contentEncoding: null })) ?? '';
    expect(argumentsOf(command)).toEqual(['--globoff', url.replaceAll('\0', '')]);
  }
});

test('whatever is quoted comes out of a real shell unchanged', () => {
  const hostile = fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '`', '(', ')', '\n', '%', '!', ' ', 'A', '^', '\t'),
  });
  const texts = fc
    .sample(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), 300)
    .map((text) => text.replaceAll('\0', ''));
  expect(argumentsOf(`curl ${texts.map(shellQuote).join(' ')}`)).toEqual(texts);
});

test('names the method and asks for compression where they were seen', () => {
  const command = (method: string | null, contentEncoding: string | null) =>
    curlCommand(resourceRecord({ url: 'https://x.example/', method, contentEncoding }));
  expect(command('GET', null)).toBe("curl --globoff 'https://x.example/'");
  expect(command(null, 'br')).toBe("curl --globoff --compressed 'https://x.example/'");
  expect(command('HEAD', null)).toBe("curl --globoff --head 'https://x.example/'");
  expect(argumentsOf(command('POST; rm -rf', null) ?? '')).toEqual([
    '--globoff',
    '--request',
    'POST; rm -rf',
    'https://x.example/',
  ]);
});

test('has no command for what is not sent over HTTP', () => {
  for (const url of ['data:text/plain,hi', 'blob:https://x.example/1', 'chrome-extension://abc/x.js', '-o /etc/passwd'])
    expect(curlCommand(resourceRecord({ url }))).toBeNull();
});
