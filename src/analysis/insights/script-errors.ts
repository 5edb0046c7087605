import type { Finding } from '../../model/insights.ts';
import type { ScriptErrorObservation } from '../../model/observations.ts';
import { counted } from '../counted.ts';
import { formatMs } from '../format.ts';
import { shortUrl } from '../url.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** How often one error happens that is of high severity. */
  readonly highFromCount: number;
}

/** What fails ten times in one page load fails in a loop, or at each thing the user does. */
const DEFAULTS: Options = { highFromCount: 10 };

interface ScriptError {
  readonly first: ScriptErrorObservation;
  count: number;
}

/** Names the errors and rejections that no code of the page handled, the most frequent first. Recorded only when switched on. */
export const scriptErrors: InsightRule<Options> = {
  id: 'script-errors',
  title: 'Script errors',
  why: 'After an error the rest of the script does not run: buttons stay dead and content missing.',
  requires: [],
  observes: ['script-error'],
  concerns: () => false,
  run(page, options) {
    const { highFromCount } = { ...DEFAULTS, ...options };
    const { lifecycle, 'script-error': all } = page.observations;
    if (all.length === 0 && !lifecycle.some(({ name }) => name === 'script-errors-on')) {
      return {
        status: 'not-measured',
        reason: 'Script errors were not recorded: switch them on in the options of the extension.',
      };
    }
    const errors = [...byError(all).values()].sort((a, b) => b.count - a.count);
    const findings = errors.map(({ first, count }): Finding => {
      const { source, startTime } = first;
      const quote = cut(first.message);
      return {
        message: messageOf(first, count, quote),
        severity: count >= highFromCount ? 'high' : 'medium',
        ...(source === '' ? {} : { url: source }),
        ...(quote === '' ? {} : { quote }),
        startTime,
      };
    });
    return { status: findings.length > 0 ? 'fail' : 'pass', findings };
  },
};

/** The collector tells an error again when it happened again; the same text at the same place is the same error. */
function byError(all: readonly ScriptErrorObservation[]): ReadonlyMap<string, ScriptError> {
  const errors = new Map<string, ScriptError>();
  for (const error of all) {
    const key = JSON.stringify([error.name, error.message, error.source, error.line, error.column]);
    const known = errors.get(key);
    if (known === undefined) errors.set(key, { first: error, count: error.count });
    else known.count += error.count;
  }
  return errors;
}

function messageOf(
  { name, source, line, column, startTime }: ScriptErrorObservation,
  count: number,
  quote: string,
): string {
  if (name === 'over-limit')
    return `${counted(count, 'more error')} came, too many to be told one by one. Mend the others first.`;
  const kind = name === 'unhandledrejection' ? 'A promise was rejected and nobody handled it' : 'A script failed';
  const where = source === '' ? '' : ` in ${shortUrl(source)}${line > 0 ? `, line ${line}:${column}` : ''}`;
  const when = count === 1 ? `at ${formatMs(startTime)}` : `${counted(count, 'time')}, first at ${formatMs(startTime)}`;
  return `${kind}${where} ${when}: ${quote || 'it says nothing'}`;
}

/** Errors can carry whole responses in their text. */
const MAX_MESSAGE = 200;

function cut(message: string): string {
  const text = message.trim();
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE - 1)}…` : text;
}
