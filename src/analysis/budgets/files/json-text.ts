import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type JsonPath, pathText, type ValueProblem } from './read-value.ts';

/** What is wrong with a file, and where: lines and columns count from 1. */
export interface FileProblem extends ValueProblem {
  readonly line: number;
  readonly column: number;
}

/** A JSON text with its value, or why it has none. */
export type ParsedJson =
  | { readonly value: unknown; locate(problem: ValueProblem): FileProblem }
  | { readonly problems: readonly FileProblem[] };

/** Parses strict JSON: no comments, no trailing commas, for other tools read the same files with `JSON.parse`. */
export function parseJsonText(text: string): ParsedJson {
  const errors: ParseError[] = [];
  const options = { disallowComments: true, allowTrailingComma: false };
  const root = parseTree(text, errors, options);
  const [first] = errors;
  if (root === undefined || first !== undefined) {
    const message = text.trim() === '' || first === undefined ? 'The file is empty.' : syntaxMessage(first, text);
    return { problems: [{ path: [], message, ...placeOf(text, first?.offset ?? 0) }] };
  }
  return {
    value: JSON.parse(text) as unknown,
    locate(problem) {
      const node = nearest(problem.path);
      return { ...problem, ...placeOf(text, node?.offset ?? 0) };
    },
  };

  /** The member that is meant, by its key; of one that is missing the object in which it should be. */
  function nearest(path: JsonPath) {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = root && findNodeAtLocation(root, [...path.slice(0, length)]);
      if (node) return node;
    }
    return root;
  }
}

/** `line 4, column 17, budgets[0].limits[2].metric: "LPC" is no metric.` */
export function problemText({ line, column, path, message }: FileProblem): string {
  return `line ${line}, column ${column}${path.length > 0 ? `, ${pathText(path)}` : ''}: ${message}`;
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function syntaxMessage({ error, offset, length }: ParseError, text: string): string {
  const found = text.slice(offset, offset + Math.max(1, length)).slice(0, MAX_FOUND);
  const what = SYNTAX[printParseErrorCode(error)] ?? 'This is not valid JSON';
  return found.trim() === '' ? `${what}.` : `${what}; found ${JSON.stringify(found)}.`;
}

/** Longer pieces of a broken file would drown the sentence. */
const MAX_FOUND = 30;

const SYNTAX: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'A member in double quotes is expected here',
  ValueExpected: 'A value is expected here',
  ColonExpected: 'A colon is expected here',
  CommaExpected: 'A comma is missing here',
  CloseBraceExpected: 'A closing brace is missing here',
  CloseBracketExpected: 'A closing bracket is missing here',
  EndOfFileExpected: 'The file should end here',
  InvalidCommentToken: 'Budget files are strict JSON, without comments',
  UnexpectedEndOfString: 'The text that begins here does not end',
};
