/**
 * Reads the arguments of `npm test`: names of steps select these, anything else filters test files. A filter alone runs the steps
 * that have test files; no argument runs everything. Steps that take long run only when they are named.
 *
 * @template {{ readonly name: string, readonly takesFilters: boolean, readonly onlyByName: boolean }} T
 * @param {readonly T[]} steps
 * @param {readonly string[]} args
 * @returns {{ steps: readonly T[], filters: readonly string[] }}
 */
export function selectSteps(steps, args) {
  const filters = args.filter((arg) => !steps.some((step) => step.name === arg));
  const named = steps.filter((step) => args.includes(step.name));
  if (named.length > 0) return { steps: named, filters };
  const usual = steps.filter((step) => !step.onlyByName);
  return { steps: filters.length > 0 ? usual.filter((step) => step.takesFilters) : usual, filters };
}
