import { phaseToBlame } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Size } from '../../model/size.ts';
import { formatMs, inColumn } from '../format.ts';
import { requestName } from '../state/url-text.ts';
import type { ColumnId } from './column-ids.ts';
import { PHASE_LABELS } from './phase-names.ts';
import { deliveryText, initiatorText } from './resource-facts.ts';
import type { FlagsOf } from './resource-flags.ts';
import { hostOf } from './resource-traits.ts';

/** A column of the table of requests. */
export interface ResourceColumn {
  readonly title: string;
  /** The least width in CSS pixels. */
  readonly width: number;
  readonly isNumber?: boolean;
  /** Whether its largest value is what one looks for: the first click then sorts downwards. */
  readonly largestFirst?: boolean;
  /** Whether Firefox tells it of no request. */
  readonly isChromiums?: boolean;
  /** What a cell says; null: not known. */
  text(resource: ResourceRecord, flagsOf: FlagsOf): string | null;
  /** What it is sorted by; null: not known. */
  value(resource: ResourceRecord, flagsOf: FlagsOf): string | number | null;
}

export const RESOURCE_COLUMNS: Readonly<Record<ColumnId, ResourceColumn>> = {
  name: {
    title: 'Name',
    width: 140,
    text: ({ url }) => requestName(url),
    value: ({ url }) => url.toLowerCase(),
  },
  method: words('Method', 72, ({ method }) => method),
  status: {
    title: 'Status',
    width: 74,
    largestFirst: true,
    text: ({ status, failure }) => (failure === null ? (status === null ? null : String(status)) : 'failed'),
    value: ({ status }) => status,
  },
  type: words('Type', 84, ({ resourceType }) => resourceType),
  protocol: words('Protocol', 80, ({ protocol }) => protocol),
  host: words('Host', 150, ({ url }) => hostOf(url)),
  party: words('Party', 150, ({ party, entity }) => (party === 'first' ? 'first' : (entity ?? 'third'))),
  initiator: words('Initiator', 130, initiatorText),
  priority: {
    title: 'Priority',
    width: 80,
    isChromiums: true,
    largestFirst: true,
    text: ({ priority }) => priority,
    value: ({ priority }) => (priority === null ? null : PRIORITIES.indexOf(priority)),
  },
  transfer: bytes('Transferred', 98, ({ transferSize }) => transferSize),
  encoded: bytes('Encoded', 84, ({ encodedBodySize }) => encodedBodySize),
  decoded: bytes('Decoded', 84, ({ decodedBodySize }) => decodedBodySize),
  delivery: words('Delivered from', 120, deliveryText),
  start: { ...time('Start', 76, ({ startTime }) => startTime), largestFirst: false },
  wait: time('TTFB', 76, ({ phases }) => phases.wait),
  duration: time('Duration', 84, ({ duration }) => duration),
  blame: {
    title: 'Longest phase',
    width: 150,
    largestFirst: true,
    text(resource) {
      const blame = phaseToBlame(resource);
      return blame && `${PHASE_LABELS[blame.name]} ${formatMs(blame.ms)}`;
    },
    value: (resource) => phaseToBlame(resource)?.ms ?? null,
  },
  flags: {
    title: 'Findings',
    width: 120,
    largestFirst: true,
    text: (resource, flagsOf) =>
      flagsOf(resource)
        .map(({ name }) => name)
        .join(', '),
    value: (resource, flagsOf) => flagsOf(resource).length,
  },
  waterfall: { ...time('Waterfall', 130, ({ startTime }) => startTime), isNumber: false, largestFirst: false },
};

/** Chromium's, from the last to the first to be sent. */
const PRIORITIES: readonly string[] = ['VeryLow', 'Low', 'Medium', 'High', 'VeryHigh'];

function words(title: string, width: number, text: (resource: ResourceRecord) => string | null): ResourceColumn {
  return { title, width, text, value: text };
}

function time(title: string, width: number, value: (resource: ResourceRecord) => number | null): ResourceColumn {
  const text = (resource: ResourceRecord) => {
    const ms = value(resource);
    return ms === null ? null : inColumn.ms(ms);
  };
  return { title, width, isNumber: true, largestFirst: true, text, value };
}

function bytes(title: string, width: number, size: (resource: ResourceRecord) => Size): ResourceColumn {
  const value = (resource: ResourceRecord) => size(resource).value;
  const text = (resource: ResourceRecord) => (value(resource) === null ? null : inColumn.size(size(resource)));
  return { title, width, isNumber: true, largestFirst: true, text, value };
}
