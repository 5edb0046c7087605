import type { Bytes, Milliseconds } from './units.ts';

/** Result of a rule: `not-measured` when its input is missing, `error` when the rule itself failed. */
export type InsightStatus = 'pass' | 'fail' | 'informative' | 'not-measured' | 'error';

/** How much a finding matters, by its estimated effect. */
export type Severity = 'high' | 'medium' | 'low';

/** One row of an insight: what, where, how much, and what to do. */
export interface Finding {
  /** One or two sentences a developer would write. */
  readonly message: string;
  readonly severity: Severity;
  /** What the user can point at; the fields that apply are set. */
  readonly url?: string;
  readonly selector?: string;
  readonly script?: { readonly url: string; readonly functionName: string; readonly position: number };
  /** What the page or its server itself said and the message quotes: free text that may hold anything. */
  readonly quote?: string;
  readonly startTime?: Milliseconds;
  readonly duration?: Milliseconds;
  readonly size?: Bytes;
  /** Estimated saving, only where it can honestly be estimated. */
  readonly savings?: { readonly bytes?: Bytes; readonly ms?: Milliseconds };
}

/** Result of one rule over one page load, findings ordered by effect. */
export interface Insight {
  readonly id: string;
  readonly title: string;
  /** Why it matters, one sentence. */
  readonly why: string;
  readonly status: InsightStatus;
  /** Why there is no verdict, for `not-measured` and `error`. */
  readonly statusReason: string | null;
  readonly findings: readonly Finding[];
}
