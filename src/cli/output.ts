/** Where text goes. With `--json` stdout belongs to the report alone. */
export interface Output {
  /** Results for a person. */
  print(text: string): void;
  /** What is going on. */
  progress(text: string): void;
  /** What went wrong. */
  error(text: string): void;
  /** The report itself, with `--json`. */
  report(text: string): Promise<void>;
}

/** The process's own streams. */
export function processOutput(json: boolean): Output {
  const toStderr = (text: string) => void process.stderr.write(`${text}\n`);
  return {
    print: json ? toStderr : (text) => void process.stdout.write(`${text}\n`),
    progress: toStderr,
    error: toStderr,
    // A pipe takes 64 KiB at a time: the report is whole only when the write is done.
    report: (text) => new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve())),
  };
}
