import type { Severity } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { TONE_OF_SEVERITY, type Tone } from '../state/tone.ts';
import type { FindingsOf, ResourceFinding } from './resource-findings.ts';

/** A word on a request that it can be filtered by: what a rule found, or how it was answered. */
export interface ResourceFlag {
  readonly name: string;
  readonly tone: Tone;
}

/** The flags of a request, the worst first. */
export type FlagsOf = (resource: ResourceRecord) => readonly ResourceFlag[];

/** Rules that are about single requests, and what they call one. */
export const FLAG_OF_RULE: Readonly<Record<string, string>> = {
  'large-resources': 'large',
  'slow-resources': 'slow',
  'slow-document': 'slow',
  'uncompressed-text': 'uncompressed',
  'duplicate-requests': 'duplicate',
  'refetched-resources': 'fetched again',
  'cache-lifetime': 'short cache lifetime',
  'lcp-discovery': 'LCP found late',
  'oversized-images': 'oversized image',
  'image-formats': 'old image format',
  'offscreen-images': 'below the fold',
  'unsized-images': 'no dimensions',
  'unused-preloads': 'unused preload',
  'late-fonts': 'late font',
  'font-weight': 'heavy font',
};

/** From this status on, a response says that it failed (RFC 9110, section 15.5). */
const FIRST_ERROR_STATUS = 400;

/** Tells the flags of requests; asked for the same request again, it answers the same. */
export function flagResources(findingsOf: FindingsOf): FlagsOf {
  const known = new Map<ResourceRecord, readonly ResourceFlag[]>();
  return (resource) => {
    const findings = findingsOf(resource);
    if (findings.length === 0) return ownFlags(resource);
    const told = known.get(resource);
    if (told) return told;
    const flags = [...foundFlags(findings), ...ownFlags(resource)].sort((a, b) => WEIGHT[b.tone] - WEIGHT[a.tone]);
    known.set(resource, flags);
    return flags;
  };
}

/** Whether a request got no answer, or one that says that it failed. */
export function hasFailed({ status, failure }: Pick<ResourceRecord, 'status' | 'failure'>): boolean {
  return failure !== null || (status ?? 0) >= FIRST_ERROR_STATUS;
}

const WEIGHT: Readonly<Record<Tone, number>> = { error: 3, warn: 2, none: 1, good: 0 };
const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

function foundFlags(findings: readonly ResourceFinding[]): readonly ResourceFlag[] {
  const worst = new Map<string, Severity>();
  for (const { insight, finding } of findings) {
    const name = FLAG_OF_RULE[insight.id];
    if (name === undefined) continue;
    const before = worst.get(name) ?? 'low';
    worst.set(name, SEVERITIES.find((level) => level === before || level === finding.severity) ?? before);
  }
  return [...worst].map(([name, severity]) => ({ name, tone: TONE_OF_SEVERITY[severity] }));
}

/** Records never change, while findings do with each that comes. */
const own = new WeakMap<ResourceRecord, readonly ResourceFlag[]>();

function ownFlags(resource: ResourceRecord): readonly ResourceFlag[] {
  const told = own.get(resource);
  if (told) return told;
  const { renderBlockingStatus, frame, delivery, redirects, redirectedTo, transferSize } = resource;
  const flags: ResourceFlag[] = [];
  if (hasFailed(resource)) flags.push({ name: 'failed', tone: 'error' });
  if (renderBlockingStatus === 'blocking' && frame === null) flags.push({ name: 'render-blocking', tone: 'warn' });
  if (redirectedTo !== null || (redirects ?? []).length > 0) flags.push({ name: 'redirected', tone: 'none' });
  if (transferSize.value === null) flags.push({ name: 'size unknown', tone: 'none' });
  if (delivery === 'service-worker') flags.push({ name: 'service worker', tone: 'none' });
  if (delivery === 'cache' || delivery === 'revalidated') flags.push({ name: 'cached', tone: 'good' });
  own.set(resource, flags);
  return flags;
}
