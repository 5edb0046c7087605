import { boundedUrl } from '../../channel/clean-text.ts';
import {
  MAX_SCRIPT_ERROR_TEXT,
  MAX_SCRIPT_ERRORS,
  SCRIPT_ERROR_EVENT,
  SCRIPT_ERROR_ORDER,
  type ScriptErrorNote,
} from '../../channel/script-error-events.ts';
import type { ScriptErrors } from '../script-error-slot.ts';
import type { Note } from './note.ts';

/** Different errors that are taken in one second; a page that makes more tells nothing by the rest. */
const MAX_A_SECOND = 5;
/** Records of a page load: the errors, and how their counts grew. A page can make both without end. */
const MAX_RECORDS = 100;
/** Characters of a whole note: its fields and their names, each character escaped. */
const MAX_NOTE = 16 * MAX_SCRIPT_ERROR_TEXT;

type Fields = Omit<ScriptErrorNote, 'kind' | 'count'>;

interface Known {
  readonly kind: ScriptErrorNote['kind'] | 'over-limit';
  readonly fields: Fields;
  told: number;
  untold: number;
}

/**
 * Notes script errors: each at once, then when it has happened as often again as was told, and at the latest when the page is
 * hidden. Whatever a page sends, a page load has at most 20 different errors, 5 a second; what was over that is counted under
 * the name `over-limit`.
 */
export function watchScriptErrors(note: Note, signal: AbortSignal): ScriptErrors {
  const errors = new Map<string, Known>();
  const overLimit: Known = {
    kind: 'over-limit',
    fields: { message: '', source: '', line: 0, column: 0 },
    told: 0,
    untold: 0,
  };
  let listening: AbortController | null = null;
  let records = 0;
  let second = 0;
  let taken = 0;

  function onScriptError({ detail }: CustomEvent<unknown>): void {
    const told = parseNote(detail);
    if (!told) return;
    const { kind, count, ...fields } = told;
    const key = JSON.stringify([kind, fields]);
    const error = errors.get(key) ?? admit(key, { kind, fields, told: 0, untold: 0 });
    error.untold += count;
    if (error.untold >= error.told) tell(error);
  }

  function admit(key: string, error: Known): Known {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) taken = 0;
    second = now;
    if (errors.size >= MAX_SCRIPT_ERRORS || taken >= MAX_A_SECOND) return overLimit;
    taken += 1;
    errors.set(key, error);
    return error;
  }

  function tell(error: Known): void {
    if (error.untold === 0 || records >= MAX_RECORDS) return;
    records += 1;
    note('script-error', error.kind, { ...error.fields, count: error.untold });
    error.told += error.untold;
    error.untold = 0;
  }

  function tellRest(): void {
    for (const error of [...errors.values(), overLimit]) tell(error);
  }

  function order(what: 'start' | 'stop'): void {
    dispatchEvent(new CustomEvent(SCRIPT_ERROR_ORDER, { detail: what }));
  }

  /** A script that was injected into an open page, after we began to listen. */
  function onOrder(event: Event): void {
    if ((event as CustomEvent<unknown>).detail === 'ready') order('start');
  }

  function listen(on: boolean): void {
    if (on === (listening !== null)) return;
    if (listening) {
      tellRest();
      listening.abort();
      listening = null;
      order('stop');
      return;
    }
    listening = new AbortController();
    const whileOn = { signal: listening.signal };
    addEventListener(SCRIPT_ERROR_EVENT, (event) => onScriptError(event as CustomEvent<unknown>), whileOn);
    addEventListener(SCRIPT_ERROR_ORDER, onOrder, whileOn);
    order('start');
  }

  // Before the collector's own, which seal what is there for the last time.
  addEventListener('visibilitychange', tellRest, { capture: true, signal });
  addEventListener('pagehide', tellRest, { capture: true, signal });
  signal.addEventListener('abort', () => listen(false));
  return { listen };
}

/** Narrows what came from the page; null for anything that no script of ours would send. */
function parseNote(detail: unknown): ScriptErrorNote | null {
  if (typeof detail !== 'string' || detail.length > MAX_NOTE) return null;
  try {
    const { kind, message, source, line, column, count } = JSON.parse(detail) as Record<string, unknown>;
    if (kind !== 'error' && kind !== 'unhandledrejection') return null;
    if (!isText(message) || !isText(source) || !isCount(line) || !isCount(column) || !isCount(count)) return null;
    return { kind, message, source: boundedUrl(source), line, column, count };
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_SCRIPT_ERROR_TEXT;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
