// Takes the place of web-vitals' own module of this name (`vite.config.ts`), which makes one without `crypto`.

/** An id of a metric. */
export function generateUniqueID(): string {
  return crypto.randomUUID();
}
