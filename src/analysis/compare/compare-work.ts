import type { EntryType } from '../../model/entries.ts';
import { type Change, changeOf } from './change.ts';
import type { ComparedPart } from './compared-part.ts';

/** What kept the main thread busy, and what moved. Null on a side whose browser does not measure it. */
export interface WorkComparison {
  readonly longTasks: { readonly count: Change; readonly blockingMs: Change; readonly longestMs: Change };
  readonly layoutShifts: { readonly count: Change; readonly score: Change; readonly largest: Change };
}

/** A task blocks input for what is over this (https://w3c.github.io/longtasks/). */
const LONG_TASK_MS = 50;

export function compareWork(a: ComparedPart, b: ComparedPart): WorkComparison {
  const change = (type: EntryType, figure: (part: ComparedPart) => number) => {
    const [before = null, after = null] = [a, b].map((part) =>
      part.supportedEntryTypes.includes(type) ? figure(part) : null,
    );
    return changeOf(before, after);
  };
  return {
    longTasks: {
      count: change('longtask', ({ longTasks }) => longTasks.length),
      blockingMs: change('longtask', ({ longTasks }) => sum(longTasks.map(({ duration }) => duration - LONG_TASK_MS))),
      longestMs: change('longtask', ({ longTasks }) => largest(longTasks.map(({ duration }) => duration))),
    },
    layoutShifts: {
      count: change('layout-shift', (part) => unexpected(part).length),
      score: change('layout-shift', (part) => sum(unexpected(part))),
      largest: change('layout-shift', (part) => largest(unexpected(part))),
    },
  };
}

/** Scores of the shifts that count: those after input were to be expected. */
function unexpected({ layoutShifts }: ComparedPart): readonly number[] {
  return layoutShifts.filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 0 of none. A page has more than a call takes as arguments. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
