import type { Note } from './observations/note.ts';

const OFFERED = Symbol.for('vitalog.script-errors');

/** The script errors of a page, as the page tells them. */
export interface ScriptErrors {
  /** Listens while the user wants script errors, and only then. */
  listen(on: boolean): void;
}

/** Notes script errors through a collector's `note` until `signal` is aborted. */
export type WatchScriptErrors = (note: Note, signal: AbortSignal) => ScriptErrors;

/** A global of the isolated world, which the page cannot see. */
type World = { [OFFERED]?: WatchScriptErrors };

/** Says to the collector of this document how script errors are watched. */
export function offerScriptErrors(watch: WatchScriptErrors): void {
  (globalThis as World)[OFFERED] = watch;
}

/** What was offered in this document; undefined where script errors were never wanted. */
export function offeredScriptErrors(): WatchScriptErrors | undefined {
  return (globalThis as World)[OFFERED];
}
