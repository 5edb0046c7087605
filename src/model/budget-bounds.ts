/** Budgets that are kept: each is evaluated for every page that it is about, once a second while the page works. */
export const MAX_BUDGETS = 50;
/** Limits of one budget. */
export const MAX_LIMITS = 200;
/** Patterns or hosts in one list of a budget. */
export const MAX_PATTERNS = 100;
/** Characters of a name, pattern, host or key. */
export const MAX_BUDGET_TEXT = 500;
/** Page loads that a baseline may be taken from. */
export const MAX_BASELINE_LOADS = 100;
