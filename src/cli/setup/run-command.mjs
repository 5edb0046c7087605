import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Lines of a child's output that are kept for the error message. */
const KEPT_LINES = 200;

/**
 * @typedef {object} CommandResult
 * @property {number | null} code exit status; null when it did not start or a signal ended it
 * @property {readonly string[]} lines the last lines of stdout and stderr together
 */

/**
 * Runs a program to its end without showing its output. Never rejects: a program that is not there has code null.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, onLine?: (line: string) => void }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @type {string[]} */
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (lines.push(line) > KEPT_LINES) lines.shift();
        options.onLine?.(line);
      });
    }
    const stop = () => child.kill();
    process.once('exit', stop);
    child.on('error', (error) => {
      lines.push(error.message);
      finish(null);
    });
    child.on('close', finish);

    /** @param {number | null} code */
    function finish(code) {
      process.off('exit', stop);
      resolve({ code, lines });
    }
  });
}
