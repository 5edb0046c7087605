import { COLUMN_IDS, type ColumnId } from './column-ids.ts';
import { RESOURCE_COLUMNS } from './resource-columns.ts';

/** The columns that the user chose; null: those that there is room for. */
export type ColumnChoice = readonly ColumnId[] | null;

/** Shown unless the user chose, as far as there is room: what comes later in the list goes first. */
const BY_IMPORTANCE: readonly ColumnId[] = ['name', 'waterfall', 'transfer', 'duration', 'status', 'type', 'flags'];

/** The columns to show in a table of that width, in CSS pixels. What was chosen is shown in any; the table then scrolls. */
export function shownColumns(choice: ColumnChoice, width: number): readonly ColumnId[] {
  let room = width;
  const shown = new Set(choice ?? []);
  for (const id of choice === null ? BY_IMPORTANCE : []) {
    room -= RESOURCE_COLUMNS[id].width;
    if (room < 0 && shown.size > 1) break;
    shown.add(id);
  }
  return COLUMN_IDS.filter((id) => shown.has(id));
}

/**
 * The width of each column: the least that it needs, and for name and waterfall their part of what is left over, in CSS pixels. The sum is
 * the table's width.
 */
export function columnWidths(columns: readonly ColumnId[], width: number): ReadonlyMap<ColumnId, number> {
  const least = columns.reduce((sum, id) => sum + RESOURCE_COLUMNS[id].width, 0);
  const over = Math.max(0, width - least);
  const hasWaterfall = columns.includes('waterfall');
  const shares: Readonly<Partial<Record<ColumnId, number>>> = hasWaterfall
    ? { name: 0.4, waterfall: 0.6 }
    : { name: 1 };
  return new Map(columns.map((id) => [id, RESOURCE_COLUMNS[id].width + Math.floor(over * (shares[id] ?? 0))]));
}

/** The choice after a click on a column's box, of those that are shown. The name always stays. */
export function toggleColumn(shown: readonly ColumnId[], id: ColumnId): ColumnChoice {
  const isShown = (other: ColumnId) => (other === id ? !shown.includes(id) : shown.includes(other));
  return COLUMN_IDS.filter((other) => other === 'name' || isShown(other));
}

/** A window, whose storage choices outlive the panel in. Where a browser closes it to us, they live as long as the view. */
export interface ChoiceKeeper {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

const KEY = 'resource-columns';

/** What was chosen the last time; what is not known any more is left out. */
export function readColumns(keeper: ChoiceKeeper): ColumnChoice {
  try {
    const names = keeper.localStorage.getItem(KEY)?.split(',') ?? [];
    const known = COLUMN_IDS.filter((id) => names.includes(id));
    return known.length === 0 ? null : known;
  } catch {
    return null;
  }
}

export function keepColumns(keeper: ChoiceKeeper, choice: ColumnChoice): void {
  try {
    if (choice === null) keeper.localStorage.removeItem(KEY);
    else keeper.localStorage.setItem(KEY, choice.join(','));
  } catch {
    // A choice that is not kept is not worth an error.
  }
}
