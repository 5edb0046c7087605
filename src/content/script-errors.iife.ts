import {
  MAX_SCRIPT_ERROR_TEXT,
  MAX_SCRIPT_ERRORS,
  SCRIPT_ERROR_EVENT,
  SCRIPT_ERROR_ORDER,
  type ScriptErrorNote,
} from '../channel/script-error-events.ts';

// Runs in the page's own world, and only while the user wants script errors: the collector's world does not hear of them. It
// may be injected again; the one that runs then answers for itself.

type Found = Omit<ScriptErrorNote, 'count'>;

/** Where the page may put its own later. */
const { stringify } = JSON;
const { dispatchEvent, CustomEvent, addEventListener, removeEventListener } = globalThis;
/** What happened before the collector listens: it starts with the document, but asks the background first. */
const held = new Map<string, { readonly found: Found; count: number }>();
let telling = false;

if (dispatchEvent(new CustomEvent(SCRIPT_ERROR_ORDER, { cancelable: true, detail: 'present' }))) {
  addEventListener(SCRIPT_ERROR_ORDER, onOrder);
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  dispatchEvent(new CustomEvent(SCRIPT_ERROR_ORDER, { detail: 'ready' }));
}

function onOrder(event: Event): void {
  const { detail } = event as CustomEvent<unknown>;
  if (detail === 'present') event.preventDefault();
  if (detail === 'start') {
    telling = true;
    for (const { found, count } of held.values()) tell(found, count);
    held.clear();
  }
  if (detail === 'stop') {
    removeEventListener(SCRIPT_ERROR_ORDER, onOrder);
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  }
}

/** Events that the page made are no errors, and may lack everything. */
function onError({ isTrusted, message, filename, lineno, colno }: ErrorEvent): void {
  if (!isTrusted) return;
  report({ kind: 'error', message: cut(message), source: cut(filename), line: lineno, column: colno });
}

function onRejection({ isTrusted, reason }: PromiseRejectionEvent): void {
  if (!isTrusted) return;
  report({ kind: 'unhandledrejection', message: cut(textOf(reason)), ...placeOf(reason) });
}

function report(found: Found): void {
  if (telling) {
    tell(found, 1);
    return;
  }
  const key = stringify(found);
  const known = held.get(key);
  if (known) known.count += 1;
  else if (held.size < MAX_SCRIPT_ERRORS) held.set(key, { found, count: 1 });
}

function tell(found: Found, count: number): void {
  const detail = stringify({ ...found, count } satisfies ScriptErrorNote);
  dispatchEvent(new CustomEvent(SCRIPT_ERROR_EVENT, { detail }));
}

/** A rejection's reason can be anything, with a getter that throws too. */
function textOf(reason: unknown): string {
  try {
    return String(reason);
  } catch {
    return 'a reason that cannot be shown';
  }
}

/** The first place in the stack of an Error; both browsers write `URL:line:column`. */
function placeOf(reason: unknown): Pick<ScriptErrorNote, 'source' | 'line' | 'column'> {
  try {
    const stack = reason instanceof Error ? String(reason.stack) : '';
    const [, source = '', line = 0, column = 0] = /(https?:\/\/[^\s()]+?):(\d+):(\d+)/.exec(stack) ?? [];
    return { source: cut(source), line: Number(line), column: Number(column) };
  } catch {
    return { source: '', line: 0, column: 0 };
  }
}

function cut(text: string): string {
  return text.slice(0, MAX_SCRIPT_ERROR_TEXT);
}
