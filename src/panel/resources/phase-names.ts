import { PHASE_NAMES } from '../../analysis/resources/phases.ts';
import type { PhaseName } from '../../model/resources.ts';

/** How the phases of a request are called in the panel. */
export const PHASE_LABELS: Readonly<Record<PhaseName, string>> = {
  redirect: 'Redirect',
  queued: 'Queued',
  dns: 'DNS',
  connect: 'Connect',
  tls: 'TLS',
  request: 'Request',
  wait: 'Wait (TTFB)',
  earlyHints: 'After early hints',
  download: 'Download',
};

/** A part of a bar: a phase, or time of which the browser does not say what it went into. */
export type BarPart = PhaseName | 'untold';

/** What the colours of bars mean, in the order in which the phases happen. */
export const BAR_LEGEND: readonly (readonly [BarPart, string])[] = [
  ...PHASE_NAMES.map((name) => [name, PHASE_LABELS[name]] as const),
  ['untold', 'Not told'],
];
