import { UNNAMED_ELEMENT } from '../../analysis/unnamed-element.ts';
import type { Attribution, MetricName, MetricRecord } from '../../model/metrics.ts';
import type { Milliseconds } from '../../model/units.ts';
import { formatMs } from '../format.ts';

/** Something a metric points at: an element's selector, a URL, a moment. */
export interface AttributionFact {
  readonly label: string;
  readonly value: string;
  /** `unnamed`: an element that the browser did not tell. */
  readonly kind: 'selector' | 'unnamed' | 'url' | 'text';
}

/** One of the consecutive parts that a metric's time is made of. */
export interface AttributionPart {
  readonly label: string;
  readonly duration: Milliseconds;
}

/** Names of web-vitals' attribution members that are parts of a metric, in the order of time. */
const PARTS: Partial<Record<MetricName, Readonly<Record<string, string>>>> = {
  LCP: {
    timeToFirstByte: 'Time to first byte',
    resourceLoadDelay: 'Load delay',
    resourceLoadDuration: 'Load duration',
    elementRenderDelay: 'Render delay',
  },
  INP: {
    inputDelay: 'Input delay',
    processingDuration: 'Processing',
    presentationDelay: 'Presentation delay',
  },
  FCP: { timeToFirstByte: 'Time to first byte', firstByteToFCP: 'First byte to FCP' },
  TTFB: {
    waitingDuration: 'Waiting, redirects',
    cacheDuration: 'Cache lookup',
    dnsDuration: 'DNS',
    connectionDuration: 'Connection',
    requestDuration: 'Request to first byte',
  },
};

/** The sub-parts of a metric with a value, or none where the browser does not tell. */
export function attributionParts({ name, value, attribution }: MetricRecord): readonly AttributionPart[] {
  if (value === null) return [];
  return Object.entries(PARTS[name] ?? {}).flatMap(([key, label]) => {
    const duration = attribution[key];
    return typeof duration === 'number' ? [{ label, duration }] : [];
  });
}

/** What a metric points at in the page. */
export function attributionFacts({ name, value, attribution }: MetricRecord): readonly AttributionFact[] {
  if (value === null) return [];
  const facts = [
    element('Element', attribution.target, attribution.elementRenderDelay),
    fact('Resource', attribution.url, 'url'),
    element('Largest shift of', attribution.largestShiftTarget, attribution.largestShiftTime),
    name === 'CLS' ? momentOfShift(attribution) : null,
    element('Interaction with', attribution.interactionTarget, attribution.interactionType),
    fact('By', attribution.interactionType, 'text'),
  ];
  return facts.filter((item) => item !== null);
}

/** `told` is there whenever web-vitals told the metric: a selector that is missing all the same was not told by the browser. */
function element(label: string, selector: unknown, told: unknown): AttributionFact | null {
  const named = fact(label, selector, 'selector');
  return named ?? (told === undefined || told === '' ? null : { label, value: UNNAMED_ELEMENT, kind: 'unnamed' });
}

function fact(label: string, value: unknown, kind: AttributionFact['kind']): AttributionFact | null {
  return typeof value === 'string' && value !== '' ? { label, value, kind } : null;
}

function momentOfShift({ largestShiftTime, largestShiftValue }: Attribution): AttributionFact | null {
  if (typeof largestShiftTime !== 'number') return null;
  const score = typeof largestShiftValue === 'number' ? `, score ${Number(largestShiftValue.toFixed(3))}` : '';
  return { label: 'At', value: formatMs(largestShiftTime) + score, kind: 'text' };
}
