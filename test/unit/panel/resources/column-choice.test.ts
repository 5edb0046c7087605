import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ColumnChoice,
  columnWidths,
  keepColumns,
  readColumns,
  shownColumns,
  toggleColumn,
} from '../../../../src/panel/resources/column-choice.ts';
import { COLUMN_IDS } from '../../../../src/panel/resources/column-ids.ts';
import { RESOURCE_COLUMNS } from '../../../../src/panel/resources/resource-columns.ts';

const choices = fc.subarray([...COLUMN_IDS], { minLength: 1 });

test('shows what there is room for until the user chooses', () => {
  expect(shownColumns(null, 380)).toEqual(['name', 'transfer', 'waterfall']);
  expect(shownColumns(null, 1200)).toEqual(['name', 'status', 'type', 'transfer', 'duration', 'flags', 'waterfall']);
  expect(shownColumns(['name', 'priority'], 100)).toEqual(['name', 'priority']);
});

test('columns fill the table, and have at least their least width where there is no room', () => {
  fc.assert(
    fc.property(choices, fc.integer({ min: 0, max: 3000 }), (choice, width) => {
      const columns: ColumnChoice = ['name', ...choice.filter((id) => id !== 'name')];
      const widths = columnWidths(columns, width);
      const least = columns.reduce((sum, id) => sum + RESOURCE_COLUMNS[id].width, 0);
      const sum = [...widths.values()].reduce((total, value) => total + value, 0);
      for (const id of columns) expect(widths.get(id)).toBeGreaterThanOrEqual(RESOURCE_COLUMNS[id].width);
      expect(sum).toBeLessThanOrEqual(Math.max(width, least));
      expect(sum).toBeGreaterThan(width - columns.length);
    }),
  );
});

test('a click shows or hides a column, but never the name', () => {
  expect(toggleColumn(['name', 'waterfall'], 'type')).toEqual(['name', 'type', 'waterfall']);
  expect(toggleColumn(['name', 'type'], 'type')).toEqual(['name']);
  expect(toggleColumn(['name', 'type'], 'name')).toEqual(['name', 'type']);
});

test('choices outlive the panel, and what is not known is left out', () => {
  const kept = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const store = { localStorage };
  expect(readColumns(store)).toBeNull();
  keepColumns(store, ['name', 'host']);
  expect(readColumns(store)).toEqual(['name', 'host']);
  for (const [key, value] of kept) kept.set(key, `${value},colour`);
  expect(readColumns(store)).toEqual(['name', 'host']);
  keepColumns(store, null);
  expect([...kept]).toEqual([]);
});

test('a storage that is closed to us is no error', () => {
  const closed = {
    get localStorage(): never {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  };
  expect(() => keepColumns(closed, ['name'])).not.toThrow();
  expect(readColumns(closed)).toBeNull();
});
