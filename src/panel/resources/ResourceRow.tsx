import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ResourceRecord } from '../../model/resources.ts';
import { Mark } from '../components/Mark.tsx';
import type { ColumnId } from './column-ids.ts';
import { RESOURCE_COLUMNS } from './resource-columns.ts';
import { type FlagsOf, hasFailed } from './resource-flags.ts';
import { hostOf } from './resource-traits.ts';
import { WaterfallCell } from './WaterfallCell.tsx';
import type { WaterfallScale } from './waterfall.ts';

/** What the cells of a row are made with, besides the request. */
export interface RowContext {
  readonly columns: readonly ColumnId[];
  readonly origin: string;
  /** Why the browser tells some things of no request; null where it may. */
  readonly lack: string | null;
  readonly scale: WaterfallScale;
  readonly flagsOf: FlagsOf;
  onSelect(resource: ResourceRecord | null): void;
}

interface Props {
  readonly id: string;
  /** Position in the whole table, counted from 1 with the header. */
  readonly row: number;
  readonly resource: ResourceRecord;
  readonly isSelected: boolean;
  /** The same object for as long as nothing in it changed. */
  readonly context: RowContext;
}

/**
 * One request. A click selects it, another lets it go. While nothing changes it is not drawn again: a scroll draws the rows that
 * are new.
 */
export function ResourceRow({ id, row, resource, isSelected, context }: Props) {
  return useMemo(
    () => (
      <tr
        id={id}
        class={hasFailed(resource) ? 'resource-row failed' : 'resource-row'}
        data-testid="resource"
        data-url={resource.url}
        aria-rowindex={row}
        aria-selected={isSelected}
        onClick={() => context.onSelect(isSelected ? null : resource)}
      >
        {context.columns.map((column) => (
          <td
            key={column}
            class={RESOURCE_COLUMNS[column].isNumber ? `${column} number` : column}
            title={titleOf(column, resource, context)}
          >
            {cellOf(column, resource, context)}
          </td>
        ))}
      </tr>
    ),
    [id, row, resource, isSelected, context],
  );
}

/** What may be cut off in a cell; figures never are. */
function titleOf(column: ColumnId, resource: ResourceRecord, { flagsOf, lack }: RowContext): string | undefined {
  const { isNumber, text, isChromiums } = RESOURCE_COLUMNS[column];
  if (column === 'name') return resource.url;
  if (isChromiums && lack && text(resource, flagsOf) === null) return lack;
  return isNumber || column === 'waterfall' ? undefined : (text(resource, flagsOf) ?? undefined);
}

function cellOf(
  column: ColumnId,
  resource: ResourceRecord,
  { origin, lack, scale, flagsOf }: RowContext,
): ComponentChildren {
  if (column === 'waterfall') return <WaterfallCell resource={resource} scale={scale} />;
  const { text: textOf, isChromiums } = RESOURCE_COLUMNS[column];
  const text = textOf(resource, flagsOf);
  if (text === null) return <span class="muted">{isChromiums && lack ? 'unsupported' : 'unknown'}</span>;
  if (column === 'name' && !resource.url.startsWith(`${origin}/`))
    return (
      <>
        {text} <span class="muted">{hostOf(resource.url)}</span>
      </>
    );
  const tone = column === 'flags' ? flagsOf(resource)[0]?.tone : undefined;
  if (tone === 'error' || tone === 'warn')
    return (
      <>
        <Mark tone={tone} /> {text}
      </>
    );
  return text;
}
