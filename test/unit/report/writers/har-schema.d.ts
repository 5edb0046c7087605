/** The public JSON Schemas of HAR 1.2, by part; the package has no types. */
declare module 'har-schema' {
  const schemas: Readonly<Record<string, object>>;
  export = schemas;
}
