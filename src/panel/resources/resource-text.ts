import type { Observer } from '../../analysis/metrics/metric-support.ts';
import { PHASE_NAMES } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatMs } from '../format.ts';
import { plainText } from '../state/plain-text.ts';
import { PHASE_LABELS } from './phase-names.ts';
import { deliveryFacts, type Fact, headerFacts, requestFacts, sizeFacts } from './resource-facts.ts';
import type { ResourceFinding } from './resource-findings.ts';

/** Everything known of one request as plain text, a line a fact, to paste into an issue or a chat. */
export function resourceText(
  resource: ResourceRecord,
  findings: readonly ResourceFinding[],
  observer: Observer,
): string {
  const { url, startTime, duration, phases, serverTiming } = resource;
  const times = PHASE_NAMES.flatMap((name): Fact[] => {
    const ms = phases[name];
    return ms === null ? [] : [[PHASE_LABELS[name], formatMs(ms)]];
  });
  const blocks: readonly (readonly [string, readonly Fact[]])[] = [
    ['Findings', findings.map(({ insight, finding }) => [insight.title, finding.message])],
    ['Time', [['Whole', `${formatMs(duration)} from ${formatMs(startTime)}`], ...times]],
    ['Size', sizeFacts(resource)],
    ['Request', requestFacts(resource, observer)],
    ['Cache and connection', deliveryFacts(resource)],
    ['Server timing', serverTiming.map((timing) => [timing.description || timing.name, formatMs(timing.duration)])],
    ['Response headers', headerFacts(resource) ?? []],
  ];
  const told = blocks.filter(([, facts]) => facts.length > 0);
  return [oneLine(url), ...told.map(([title, facts]) => [title, ...facts.map(lineOf)].join('\n'))].join('\n\n');
}

function lineOf([label, value]: Fact): string {
  return `  ${oneLine(label)}: ${oneLine(value)}`;
}

/** What a server says must not look like a line of ours. */
function oneLine(text: string): string {
  return plainText(text.replace(/\s+/g, ' '));
}
