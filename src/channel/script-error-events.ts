/**
 * The events that the script in the page's world and the collector exchange. The page can hear and make them as well: what they
 * say is the page's word.
 */

/** From the page's world: a script error, as JSON text of a ScriptErrorNote in `detail`. */
export const SCRIPT_ERROR_EVENT = 'vitalog-script-error';
/**
 * To the page's world, by `detail`: `start` and `stop` telling. Among scripts there: `present`, which one that runs answers by
 * preventing the default, and `ready`, which the collector answers with `start` when it listens already.
 */
export const SCRIPT_ERROR_ORDER = 'vitalog-script-error-order';
/** Different errors of a page load that are told. */
export const MAX_SCRIPT_ERRORS = 20;
/** Characters of a field. */
export const MAX_SCRIPT_ERROR_TEXT = 512;

/** One error as the script in the page's world tells it. */
export interface ScriptErrorNote {
  readonly kind: 'error' | 'unhandledrejection';
  readonly message: string;
  /** URL of the script; empty, with line and column 0, where the browser does not tell. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  /** How often it happened since it was last told. */
  readonly count: number;
}
