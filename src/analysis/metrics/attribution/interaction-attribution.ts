import type { NavigationEntry, ScriptTiming } from '../../../model/entries.ts';
import type { Attribution, VitalRecord } from '../../../model/metrics.ts';
import type { InteractionRecord, LongTaskRecord } from '../../../model/timeline.ts';
import type { Milliseconds } from '../../../model/units.ts';
import { loadStateAt } from './load-state.ts';

/** What INP's attribution is made from: the collector tells the interaction, the entries tell the rest. */
export interface InteractionEvidence {
  readonly interactions: readonly InteractionRecord[];
  readonly longTasks: readonly LongTaskRecord[];
  readonly navigation: NavigationEntry | null;
}

/** Events of one interaction start within this time of each other: a press is seldom longer. */
const SAME_INTERACTION_MS = 1000;

/**
 * Which interaction INP is, and what its time went into: target, sub-parts, and the script that ran longest in it. In the
 * terms of web-vitals' attribution. What is not known is left out.
 */
export function inpAttribution(vital: VitalRecord, evidence: InteractionEvidence): Attribution {
  const { interactionTime } = vital.attribution;
  if (typeof interactionTime !== 'number') return vital.attribution;
  const loadState = loadStateAt(interactionTime, evidence.navigation) ?? undefined;
  const interaction = theInteraction(interactionTime, vital.value, evidence.interactions);
  if (interaction === null) return { ...vital.attribution, loadState };
  const { startTime, duration, target, inputDelay, processingDuration, presentationDelay } = interaction;
  return {
    ...vital.attribution,
    interactionTarget: target ?? undefined,
    nextPaintTime: startTime + duration,
    inputDelay,
    processingDuration,
    presentationDelay,
    loadState,
    ...longestScript(interaction, evidence.longTasks),
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

function longestScript(interaction: InteractionRecord, longTasks: readonly LongTaskRecord[]): Attribution {
  const { startTime, duration, inputDelay, processingDuration } = interaction;
  const end = startTime + duration;
  const intersecting = (script: ScriptTiming) =>
    Math.min(end, script.startTime + script.duration) - Math.max(startTime, script.startTime);
  const scripts = longTasks.flatMap((task) => task.scripts).filter((script) => intersecting(script) > 0);
  const [longest] = scripts.toSorted((a, b) => intersecting(b) - intersecting(a));
  if (longest === undefined) return {};
  const afterDelay = longest.startTime >= startTime + inputDelay;
  const afterHandlers = longest.startTime >= startTime + inputDelay + processingDuration;
  const subpart = afterHandlers ? 'presentation-delay' : afterDelay ? 'processing-duration' : 'input-delay';
  return { longestScript: { ...longest, subpart, intersectingDuration: intersecting(longest) } };
}
