/** The columns of the table, in their order. Each can be sorted by. */
export const COLUMN_IDS = [
  'name',
  'method',
  'status',
  'type',
  'protocol',
  'host',
  'party',
  'initiator',
  'priority',
  'transfer',
  'encoded',
  'decoded',
  'delivery',
  'start',
  'wait',
  'duration',
  'blame',
  'flags',
  'waterfall',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** By which column the table is sorted. */
export interface ResourceSort {
  readonly key: ColumnId;
  readonly descending: boolean;
}

/** The order in which requests began, by the column that shows it best. */
export const START_SORT: ResourceSort = { key: 'waterfall', descending: false };
