/** Made by the build of `session-report.schema.json`: extension pages may not compile code while they run. */
declare module 'virtual:session-report-validator' {
  const validate: {
    (value: unknown): boolean;
    /** Of the last call; `instancePath` is a JSON pointer. */
    readonly errors?:
      | readonly {
          readonly instancePath: string;
          readonly message?: string;
          readonly params: Readonly<Record<string, unknown>>;
        }[]
      | null;
  };
  export = validate;
}
