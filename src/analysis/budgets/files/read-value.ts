/** Where in a JSON value: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** What is wrong with a JSON value, and where. */
export interface ValueProblem {
  readonly path: JsonPath;
  /** A sentence. */
  readonly message: string;
}

/** A JSON object whose members are not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Narrows JSON values; what does not fit is null, and told as a problem. */
export interface ValueReader {
  readonly problems: readonly ValueProblem[];
  problem(path: JsonPath, message: string): null;
  /** An object; members beside those `known` are problems that name them. */
  object(value: unknown, path: JsonPath, known?: readonly string[]): JsonObject | null;
  array(value: unknown, path: JsonPath): readonly unknown[] | null;
  /** A text that is not empty. */
  text(value: unknown, path: JsonPath): string | null;
  /** A number that is not negative. */
  amount(value: unknown, path: JsonPath): number | null;
}

export function createValueReader(): ValueReader {
  const problems: ValueProblem[] = [];
  const problem = (path: JsonPath, message: string): null => {
    problems.push({ path, message });
    return null;
  };
  return {
    problems,
    problem,
    object(value, path, known) {
      if (!isObject(value)) return problem(path, `An object is expected here, not ${kindOf(value)}.`);
      for (const key of Object.keys(value)) {
        if (known && !known.includes(key)) {
          problem([...path, key], `"${key}" is not known here; use one of ${known.join(', ')}.`);
        }
      }
      return value;
    },
    array: (value, path) =>
      Array.isArray(value) ? value : problem(path, `A list is expected here, not ${kindOf(value)}.`),
    text(value, path) {
      if (typeof value !== 'string') return problem(path, `A text is expected here, not ${kindOf(value)}.`);
      return value.trim() === '' ? problem(path, 'This text is empty.') : value;
    },
    amount(value, path) {
      if (typeof value !== 'number') return problem(path, `A number is expected here, not ${kindOf(value)}.`);
      return Number.isFinite(value) && value >= 0 ? value : problem(path, 'A limit cannot be negative.');
    },
  };
}

/** `budgets[0].limits[2].metric` */
export function pathText(path: JsonPath): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? plain(step) : `${text}${member(step)}`,
    '',
  );
}

function plain(key: string): string {
  return /^[\w$-]+$/.test(key) ? key : JSON.stringify(key);
}

function member(key: string): string {
  return /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${JSON.stringify(value)}`;
}
