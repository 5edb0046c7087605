import type { ReportPageLoad } from '../model/report.ts';
import type { SanitizedPageLoad } from './sanitize.ts';

/** What an export changes, by what it is about. */
export const CHANGE_KINDS = {
  url: 'Addresses',
  title: 'Titles',
  element: 'Elements',
  text: 'Names and texts',
} as const;

export type ChangeKind = keyof typeof CHANGE_KINDS;

/** Changes of one kind. */
export interface RedactionChanges {
  readonly kind: ChangeKind;
  /** Different values that are changed. */
  readonly count: number;
  /** `redacted` is null where the value is left out. */
  readonly examples: readonly { readonly raw: string; readonly redacted: string | null }[];
}

/** Collects what sanitizing changes, page load by page load. */
export interface RedactionPreview {
  add(raw: ReportPageLoad, sanitized: SanitizedPageLoad): void;
  changes(): readonly RedactionChanges[];
}

const MAX_EXAMPLES = 3;
/** Different values that are told apart; beyond them the count is a lower bound. */
const MAX_VALUES = 20_000;

/** Compares page loads before and after a sanitizer; each value counts once however often it stands. */
export function createRedactionPreview(): RedactionPreview {
  const found = new Map<ChangeKind, Map<string, string | null>>();

  function note(raw: string, redacted: string | null, key: string): void {
    const kind = kindOf(raw, key);
    const values = found.get(kind) ?? new Map<string, string | null>();
    found.set(kind, values);
    if (values.size < MAX_VALUES && !values.has(raw)) values.set(raw, redacted);
  }

  function compare(raw: unknown, redacted: unknown, key: string): void {
    if (raw === redacted) return;
    if (typeof raw === 'string') note(raw, typeof redacted === 'string' ? redacted : null, key);
    else if (Array.isArray(raw)) for (const [index, item] of raw.entries()) compare(item, itemOf(redacted, index), key);
    else if (isRecord(raw)) for (const [name, item] of Object.entries(raw)) compare(item, itemOf(redacted, name), name);
  }

  return {
    add: (raw, sanitized) => compare(raw, sanitized, ''),
    changes: () =>
      (Object.keys(CHANGE_KINDS) as ChangeKind[]).flatMap((kind) => {
        const values = found.get(kind);
        if (!values) return [];
        const examples = [...values].slice(0, MAX_EXAMPLES).map(([raw, redacted]) => ({ raw, redacted }));
        return { kind, count: values.size, examples };
      }),
  };
}

function kindOf(raw: string, key: string): ChangeKind {
  if (key === 'title') return 'title';
  if (/^[a-z-]+:\/\/|^(?:data|blob):/i.test(raw)) return 'url';
  return /target|selector|node|element/i.test(key) ? 'element' : 'text';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
