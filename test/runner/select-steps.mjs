/**
 * Reads the arguments of `npm test`: names of steps select these, anything else filters test files. A filter alone runs the steps
 * that have test files; no argument runs everything.
 *
 * @template {{ readonly name: string, readonly takesFilters: boolean }} T
 * @param {readonly T[]} steps
 * @param {readonly string[]} args
 * @returns {{ steps: readonly T[], filters: readonly string[] }}
 */
export function selectSteps(steps, args) {
  const filters = args.filter((arg) => !steps.some((step) => step.name === arg));
  const named = steps.filter((step) => args.includes(step.name));
  if (named.length > 0) return { steps: named, filters };
  return { steps: filters.length > 0 ? steps.filter((step) => step.takesFilters) : steps, filters };
}
