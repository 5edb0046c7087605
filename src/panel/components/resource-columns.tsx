import type { ComponentChildren } from 'preact';
import { phaseToBlame } from '../../analysis/resources/phases.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { formatMs, formatSize } from '../format.ts';
import type { SortKey } from '../state/resource-sort.ts';
import { requestName } from '../state/url-text.ts';

/** A column of the resource table. Its key is what it sorts by and the class of its cells. */
export interface ResourceColumn {
  readonly key: SortKey;
  readonly title: string;
  readonly isNumber: boolean;
  cell(resource: ResourceRecord, origin: string): ComponentChildren;
}

export const RESOURCE_COLUMNS: readonly ResourceColumn[] = [
  { key: 'name', title: 'Name', isNumber: false, cell: nameCell },
  { key: 'status', title: 'Status', isNumber: false, cell: ({ status }) => orUnknown(status) },
  { key: 'type', title: 'Type', isNumber: false, cell: ({ resourceType }) => resourceType },
  {
    key: 'transfer',
    title: 'Transferred',
    isNumber: true,
    cell: ({ transferSize }) => sizeCell(formatSize(transferSize)),
  },
  {
    key: 'decoded',
    title: 'Decoded',
    isNumber: true,
    cell: ({ decodedBodySize }) => sizeCell(formatSize(decodedBodySize)),
  },
  { key: 'start', title: 'Start', isNumber: true, cell: ({ startTime }) => formatMs(startTime) },
  { key: 'duration', title: 'Duration', isNumber: true, cell: ({ duration }) => formatMs(duration) },
  { key: 'blame', title: 'Longest phase', isNumber: false, cell: blameCell },
];

function nameCell({ url }: ResourceRecord, origin: string) {
  const host = URL.canParse(url) && new URL(url).origin !== origin ? new URL(url).host : null;
  return (
    <>
      {requestName(url)}
      {host !== null && <span class="muted">{host}</span>}
    </>
  );
}

function orUnknown(value: string | number | null) {
  return value ?? <span class="muted">unknown</span>;
}

function sizeCell(text: string) {
  return text === 'unknown' ? <span class="muted">unknown</span> : text;
}

function blameCell(resource: ResourceRecord) {
  const blame = phaseToBlame(resource);
  return blame ? `${blame.name} ${formatMs(blame.ms)}` : orUnknown(null);
}
