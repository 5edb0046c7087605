import type { LongAnimationFrameEntry, NavigationEntry } from '../../../model/entries.ts';
import type { Attribution, VitalRecord } from '../../../model/metrics.ts';
import type { InteractionRecord } from '../../../model/timeline.ts';
import type { Milliseconds } from '../../../model/units.ts';
import { frameAttribution } from './frame-attribution.ts';
import { loadStateAt } from './load-state.ts';

/** What INP's attribution is made from: the collector tells the interaction, the entries tell the rest. */
export interface InteractionEvidence {
  readonly interactions: readonly InteractionRecord[];
  readonly animationFrames: readonly LongAnimationFrameEntry[];
  readonly navigation: NavigationEntry | null;
}

/** Events of one interaction start within this time of each other: a press is seldom longer. */
const SAME_INTERACTION_MS = 1000;

/**
 * Which interaction INP is, and what its time went into: target, sub-parts, scripts, style and layout, paint. In the
 * terms of web-vitals' attribution. What is not known is left out.
 */
export function inpAttribution(vital: VitalRecord, evidence: InteractionEvidence): Attribution {
  const { interactionTime } = vital.attribution;
  if (typeof interactionTime !== 'number') return vital.attribution;
  const loadState = loadStateAt(interactionTime, evidence.navigation) ?? undefined;
  const interaction = theInteraction(interactionTime, vital.value, evidence.interactions);
  if (interaction === null) return { ...vital.attribution, loadState };
  const { startTime, duration, target, inputDelay } = interaction;
  const processingStart = startTime + inputDelay;
  const nextPaint = Math.max(startTime + duration, processingStart);
  // A dialog keeps a handler waiting after the paint; processing is never longer than INP.
  const processingEnd = Math.min(processingStart + interaction.processingDuration, nextPaint);
  return {
    ...vital.attribution,
    interactionTarget: target ?? undefined,
    nextPaintTime: nextPaint,
    inputDelay,
    processingDuration: processingEnd - processingStart,
    presentationDelay: nextPaint - processingEnd,
    loadState,
    ...frameAttribution({ start: startTime, processingStart, processingEnd, nextPaint }, evidence.animationFrames),
  };
}

/** Of the interactions near the moment the one that took as long as INP says, or else the nearest. */
function theInteraction(
  moment: Milliseconds,
  value: Milliseconds,
  interactions: readonly InteractionRecord[],
): InteractionRecord | null {
  const near = interactions.filter(({ startTime }) => Math.abs(startTime - moment) <= SAME_INTERACTION_MS);
  const exact = near.filter(({ duration }) => duration === value);
  const distance = ({ startTime }: InteractionRecord) => Math.abs(startTime - moment);
  const [nearest] = (exact.length > 0 ? exact : near).toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? null;
}
