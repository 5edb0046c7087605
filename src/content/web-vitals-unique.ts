// Takes the place of web-vitals' own module of this name (`vite.config.ts`), which keeps one instance of each class for an identity:
// here each identity asks for one class at a time.

const instances = new WeakMap<object, object>();

/** The instance of a class that goes with an object of options: the one it got before, or a new one. */
export function initUnique<T extends object>(identity: object, Class: new () => T): T {
  const known = instances.get(identity);
  if (known instanceof Class) return known;
  const made = new Class();
  instances.set(identity, made);
  return made;
}
