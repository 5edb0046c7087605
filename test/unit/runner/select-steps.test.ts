import { describe, expect, it } from 'vitest';
import { selectSteps } from '../../runner/select-steps.mjs';

const STEPS = [
  { name: 'lint', takesFilters: false, onlyByName: false },
  { name: 'unit', takesFilters: true, onlyByName: false },
  { name: 'e2e', takesFilters: true, onlyByName: false },
  { name: 'soak', takesFilters: true, onlyByName: true },
];

function namesOf(...args: string[]) {
  const { steps, filters } = selectSteps(STEPS, args);
  return { steps: steps.map(({ name }) => name), filters };
}

describe('npm test', () => {
  it('runs everything but what takes long without arguments', () => {
    expect(namesOf()).toEqual({ steps: ['lint', 'unit', 'e2e'], filters: [] });
  });

  it('runs the steps that are named', () => {
    expect(namesOf('unit', 'lint')).toEqual({ steps: ['lint', 'unit'], filters: [] });
    expect(namesOf('soak')).toEqual({ steps: ['soak'], filters: [] });
  });

  it('runs one test file in the steps that have files', () => {
    expect(namesOf('verdict')).toEqual({ steps: ['unit', 'e2e'], filters: ['verdict'] });
    expect(namesOf('e2e', 'cli')).toEqual({ steps: ['e2e'], filters: ['cli'] });
  });
});
