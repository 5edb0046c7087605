import type { ResourceRecord } from '../../model/resources.ts';
import { RESOURCE_COLUMNS } from './resource-columns.tsx';

/** From this status on, a response says that it failed (RFC 9110, section 15.5). */
const FIRST_ERROR_STATUS = 400;

interface Props {
  readonly id: string;
  /** Position in the whole table, counted from 1 with the header. */
  readonly row: number;
  readonly resource: ResourceRecord;
  readonly origin: string;
  readonly isSelected: boolean;
  onSelect(resource: ResourceRecord | null): void;
}

/** One request. A click selects it, another lets it go. */
export function ResourceRow({ id, row, resource, origin, isSelected, onSelect }: Props) {
  const failed = resource.status !== null && resource.status >= FIRST_ERROR_STATUS;
  return (
    <tr
      id={id}
      class={failed ? 'resource-row failed' : 'resource-row'}
      data-testid="resource"
      data-url={resource.url}
      aria-rowindex={row}
      aria-selected={isSelected}
      onClick={() => onSelect(isSelected ? null : resource)}
    >
      {RESOURCE_COLUMNS.map(({ key, isNumber, cell }) => (
        <td key={key} class={isNumber ? `${key} number` : key} title={key === 'name' ? resource.url : undefined}>
          {cell(resource, origin)}
        </td>
      ))}
    </tr>
  );
}
