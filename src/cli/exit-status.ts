/** What the process says to a script that called it. */
export const EXIT = {
  ok: 0,
  /** A limit was not kept and `--fail-on` asked for it. */
  limitNotKept: 1,
  /** Wrong arguments, or a page that could not be profiled. */
  failed: 2,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
