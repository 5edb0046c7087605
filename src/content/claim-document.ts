const RUNNING = Symbol.for('vitalog.collector');

/** The collector that runs in a document: the version of the extension it came with, and what ends it. */
interface Running {
  readonly version: string;
  readonly ending: AbortController;
}

/** A global of the isolated world, which the page cannot see. */
type World = { [RUNNING]?: Running };

/**
 * Starts a collector in this document unless one of the same version runs; one of another version, an orphan of an update, is told
 * to stop first. So exactly one runs, however often the script is injected. Aborting `ending` is what ends a collector, from
 * inside and outside. False when nothing was started.
 */
export function claimDocument(
  version: string,
  start: (ending: AbortController) => void,
  world: object = globalThis,
): boolean {
  const place = world as World;
  const running = place[RUNNING];
  if (running?.version === version && !running.ending.signal.aborted) return false;
  running?.ending.abort();
  const ending = new AbortController();
  place[RUNNING] = { version, ending };
  start(ending);
  return true;
}
