import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchLifecycle } from '../../../../src/content/observations/lifecycle.ts';
import type { Note } from '../../../../src/content/observations/note.ts';

/** A document with the given past; `say` has the browser, or the page itself, make an event. */
function aDocument({ wasDiscarded = false, activatedAt = 0 } = {}) {
  const listeners = new Map<string, (event: Pick<Event, 'isTrusted'>) => void>();
  const page = { visibilityState: 'visible', wasDiscarded };
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', listeners.set.bind(listeners));
  const noted: (readonly [name: string, startTime: number | undefined])[] = [];
  const note: Note = (_type, name, _members, startTime) => noted.push([name, startTime]);
  watchLifecycle(note, activatedAt, new AbortController().signal);
  const say = (type: string, isTrusted = true) => listeners.get(type)?.({ isTrusted });
  return { page, noted, say };
}

afterEach(() => void vi.unstubAllGlobals());

describe('the life of a document', () => {
  it('is noted as it goes, by the words of the platform', () => {
    const { page, noted, say } = aDocument();
    for (const state of ['hidden', 'visible']) {
      page.visibilityState = state;
      say('visibilitychange');
    }
    for (const type of ['freeze', 'resume', 'pagehide', 'pageshow']) say(type);
    expect(noted.map(([name]) => name)).toEqual(['hidden', 'visible', 'freeze', 'resume', 'pagehide', 'pageshow']);
  });

  it('begins with the moment it was shown, or with its return after a discard', () => {
    expect(aDocument({ activatedAt: 1200 }).noted).toEqual([['prerender-activated', 1200]]);
    expect(aDocument({ wasDiscarded: true }).noted).toEqual([['discarded', undefined]]);
    expect(aDocument().noted).toEqual([]);
  });

  it('is not what the page makes up', () => {
    const { noted, say } = aDocument();
    for (const type of ['visibilitychange', 'freeze', 'resume', 'pagehide', 'pageshow']) say(type, false);
    expect(noted).toEqual([]);
  });
});
