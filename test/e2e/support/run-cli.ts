import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));

/** What a run of the command line left behind. */
export interface CliResult {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run under way: `seen` resolves when stderr holds a text. */
export interface CliRun {
  readonly child: ChildProcess;
  readonly result: Promise<CliResult>;
  seen(text: string): Promise<void>;
}

/** Starts the built command line as a user's shell does. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): CliRun {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const result = new Promise<CliResult>((resolve) => {
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
  const seen = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => stderr.includes(text) && resolve();
      child.stderr.on('data', look);
      child.once('close', () => reject(new Error(`The command line ended without "${text}" on stderr: ${stderr}`)));
      look();
    });
  return { child, result, seen };
}

/** Runs the built command line to its end. */
export function runCli(...args: readonly string[]): Promise<CliResult> {
  return startCli(args).result;
}
