/** A failure that is told to the user as its message alone: a sentence with the next step. */
export class CliError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CliError';
  }
}

/** What to tell the user of anything that was thrown; an error that we did not foresee keeps its stack, for the bug report. */
export function messageOf(error: unknown): string {
  if (error instanceof Error && ['CliError', 'SetupError'].includes(error.name)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
