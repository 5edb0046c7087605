/**
 * Where progress goes. Never stdout: that belongs to `--json`.
 *
 * @typedef {{ write(text: string): unknown, readonly isTTY?: boolean, readonly columns?: number }} ProgressStream
 */

/** How often a line on a terminal is redrawn, ms. */
const REDRAW_EVERY = 250;
/** How often a log that is no terminal gets a sign of life, ms: seldom enough to stay readable. */
const LOG_EVERY = 10_000;

/**
 * Runs a long step and shows what it is, how long it has taken, and the latest detail that it reports.
 *
 * @template T
 * @param {string} label what is being done, like `Installing packages`
 * @param {(report: (detail: string) => void) => Promise<T>} work
 * @param {ProgressStream} [stream]
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, stream = process.stderr) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(stream.isTTY ? 0 : 1)} s`;
  let detail = '';
  const show = () => {
    const line = `${label} (${seconds()})${detail && ` ${detail}`}`;
    stream.write(stream.isTTY ? `\r\x1b[2K${line.slice(0, (stream.columns ?? 80) - 1)}` : `${line}\n`);
  };
  stream.write(stream.isTTY ? label : `${label} ...\n`);
  const timer = setInterval(show, stream.isTTY ? REDRAW_EVERY : LOG_EVERY);
  let ending = 'failed after';
  try {
    const result = await work((text) => {
      detail = printable(text);
    });
    ending = 'done in';
    return result;
  } finally {
    clearInterval(timer);
    stream.write(`${stream.isTTY ? '\r\x1b[2K' : ''}${label}: ${ending} ${seconds()}\n`);
  }
}

/**
 * A child's output line without what would move the cursor.
 *
 * @param {string} text
 */
function printable(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
  return text.replace(/\x1b\[[0-9;]*[A-Za-z]|[\x00-\x1f\x7f]/g, '').trim();
}
