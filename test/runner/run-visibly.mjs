import { spawn } from 'node:child_process';

/**
 * Runs a Node script whose output the user follows as it comes.
 *
 * @param {readonly string[]} args script and arguments
 * @param {string} cwd
 * @returns {Promise<number | null>} exit status, null when it did not end by itself
 */
export function runVisibly(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    const stop = () => child.kill();
    process.once('exit', stop);
    child.once('error', () => resolve(null));
    child.once('exit', (code) => {
      process.off('exit', stop);
      resolve(code);
    });
  });
}
