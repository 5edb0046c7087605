import type { LifecycleName } from '../../model/observations.ts';
import type { Note } from './note.ts';

const EVENTS = ['visibilitychange', 'freeze', 'resume', 'pagehide', 'pageshow'] as const;

/** What TypeScript's DOM does not have yet (https://wicg.github.io/page-lifecycle/). */
type LifecycleDocument = Document & { readonly wasDiscarded?: boolean };

/** Notes what becomes of the document; `activatedAt` is when a prerendered one was shown, 0 for any other. */
export function watchLifecycle(note: Note, activatedAt: number, signal: AbortSignal): void {
  const tell = (name: LifecycleName, at?: number) => note('lifecycle', name, {}, at);
  if (activatedAt > 0) tell('prerender-activated', activatedAt);
  if ((document as LifecycleDocument).wasDiscarded) tell('discarded');
  for (const type of EVENTS) {
    addEventListener(
      type,
      // The page can make such events too; only the browser's own count.
      ({ isTrusted }) => isTrusted && tell(type === 'visibilitychange' ? document.visibilityState : type),
      { capture: true, signal },
    );
  }
}
