/** More offenders than this are a list for the resource table; the worst ones are what to mend. */
export const MAX_OFFENDERS = 10;
