import { Menu } from '../components/Menu.tsx';
import { type ColumnChoice, toggleColumn } from './column-choice.ts';
import { COLUMN_IDS, type ColumnId } from './column-ids.ts';
import { RESOURCE_COLUMNS } from './resource-columns.ts';

interface Props {
  readonly choice: ColumnChoice;
  readonly shown: readonly ColumnId[];
  onChoose(choice: ColumnChoice): void;
}

/** Which columns the table has. */
export function ColumnMenu({ choice, shown, onChoose }: Props) {
  return (
    <Menu label="Columns" testId="columns" width={200}>
      {COLUMN_IDS.map((id) => (
        <label key={id} class="facet-value">
          <input
            type="checkbox"
            data-value={id}
            checked={shown.includes(id)}
            disabled={id === 'name'}
            onChange={() => onChoose(toggleColumn(shown, id))}
          />
          <span>{RESOURCE_COLUMNS[id].title}</span>
        </label>
      ))}
      <button type="button" class="text-button" disabled={choice === null} onClick={() => onChoose(null)}>
        What there is room for
      </button>
    </Menu>
  );
}
