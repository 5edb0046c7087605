import { parseArgs } from 'node:util';
import type { RedactionLevel } from '../model/report.ts';
import { EXPORT_FORMAT_IDS, type ExportFormatId } from '../report/export-formats.ts';
import { CliError } from './cli-error.ts';
import { pageUrl } from './page-url.ts';

/** From which level on a limit that is not kept makes the run fail. */
export type FailOn = 'warn' | 'error';

/** Chrome and its relatives, or Firefox. */
export type BrowserProduct = 'chrome' | 'firefox';

/** What to do, from the arguments. */
export interface RunOptions {
  /** Absolute http(s) URLs; none: the demo site's pages. */
  readonly urls: readonly string[];
  readonly out: string;
  readonly open: boolean;
  readonly json: boolean;
  /** False: load only, without scrolling, clicking or following a link. */
  readonly interact: boolean;
  readonly failOn: FailOn | null;
  readonly browser: BrowserProduct;
  readonly browserPath: string | null;
  /** A budget file in any format; null: the Starter budget. */
  readonly budgets: string | null;
  /** Formats to write beside session.json and report.html. */
  readonly formats: readonly ExportFormatId[];
  readonly level: RedactionLevel;
}

/** What to hold against budgets again. */
export interface CheckOptions {
  /** An exported session or a HAR, gzip too. */
  readonly file: string;
  readonly failOn: FailOn | null;
  /** A budget file in any format; null: the verdict that the session came with. */
  readonly budgets: string | null;
}

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly options: RunOptions }
  | { readonly kind: 'check'; readonly options: CheckOptions };

/** Reads the arguments. Throws a CliError that names what is wrong with them. */
export function parseCommandLine(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help) return { kind: 'help' };
  const budgets = values.budgets ?? null;
  if (values.check !== undefined) {
    if (positionals.length > 0) throw new CliError('--check takes the verdict from a file: give it no URL.');
    return { kind: 'check', options: { file: values.check, failOn: failOn(values['fail-on']), budgets } };
  }
  return {
    kind: 'run',
    options: {
      urls: positionals.map(pageUrl),
      out: values.out,
      open: values.open,
      json: values.json,
      interact: !values['no-interact'],
      failOn: failOn(values['fail-on']),
      browser: browser(values.browser),
      browserPath: values['browser-path'] ?? null,
      budgets,
      formats: formats(values.format),
      level: level(values.level),
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'vitalog-report' },
        open: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'no-interact': { type: 'boolean', default: false },
        'fail-on': { type: 'string' },
        browser: { type: 'string', default: 'chrome' },
        'browser-path': { type: 'string' },
        budgets: { type: 'string' },
        check: { type: 'string' },
        format: { type: 'string' },
        level: { type: 'string', default: 'default' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // Node's message names the argument; its second sentence is about `--` and helps nobody here.
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new CliError(`${reason}. Run "npm start -- --help" to see the options.`);
  }
}

function failOn(level: string | undefined): FailOn | null {
  if (level === undefined) return null;
  if (level === 'warn' || level === 'error') return level;
  throw new CliError(`--fail-on takes "warn" or "error", not "${level}".`);
}

function browser(name: string): BrowserProduct {
  if (name === 'chrome' || name === 'firefox') return name;
  throw new CliError(`--browser takes "chrome" or "firefox", not "${name}".`);
}

function formats(list: string | undefined): readonly ExportFormatId[] {
  return (list ?? '')
    .split(',')
    .filter(Boolean)
    .map((name) => {
      const format = EXPORT_FORMAT_IDS.find((id) => id === name.trim());
      if (format === undefined)
        throw new CliError(`--format takes a list of ${EXPORT_FORMAT_IDS.join(', ')}; "${name}" is none of them.`);
      return format;
    });
}

function level(name: string): RedactionLevel {
  if (name === 'default' || name === 'strict' || name === 'raw') return name;
  throw new CliError(`--level takes "default", "strict" or "raw", not "${name}".`);
}
