import { describe, expect, it } from 'vitest';
import { claimDocument } from '../../../src/content/claim-document.ts';

/** Starts collectors of several versions in one world, and knows which of them run. */
function aWorld() {
  const world = {};
  const started: { readonly version: string; readonly ending: AbortController }[] = [];
  return {
    world,
    inject: (version: string) => claimDocument(version, (ending) => started.push({ version, ending }), world),
    stopLast: () => started.at(-1)?.ending.abort(),
    running: () => started.filter(({ ending }) => !ending.signal.aborted).map(({ version }) => version),
  };
}

describe('a document', () => {
  it('has one collector, however often the script is injected', () => {
    const { inject, running } = aWorld();
    expect(inject('1.0')).toBe(true);
    expect(inject('1.0')).toBe(false);
    expect(running()).toEqual(['1.0']);
  });

  it('has the collector of the newer version when the extension was updated', () => {
    const { inject, running } = aWorld();
    inject('1.0');
    inject('1.1');
    expect(running()).toEqual(['1.1']);
  });

  it('gets another collector after the first was stopped', () => {
    const { inject, running, stopLast } = aWorld();
    inject('1.0');
    stopLast();
    expect(running()).toEqual([]);
    inject('1.0');
    expect(running()).toEqual(['1.0']);
  });

  it('shows nothing of it by name', () => {
    const { inject, world } = aWorld();
    inject('1.0');
    expect(Object.keys(world)).toEqual([]);
  });
});
