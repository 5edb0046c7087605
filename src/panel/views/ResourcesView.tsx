import { useComputed, useSignal } from '@preact/signals';
import type { ResourceRecord } from '../../model/resources.ts';
import { ResourceDetails } from '../components/ResourceDetails.tsx';
import { ResourceTable } from '../components/ResourceTable.tsx';
import { formatCount } from '../format.ts';
import type { PageFigures } from '../state/page-figures.ts';
import { usePanel } from '../state/panel-context.ts';
import { filterResources, sortResources } from '../state/resource-sort.ts';

/** Every request of the page load, with the details of the selected one beside or below. */
export function ResourcesView({ figures }: { readonly figures: PageFigures }) {
  const { location, figures: current, updateLocation } = usePanel();
  const filter = useComputed(() => location.value.filter);
  const sort = useComputed(() => location.value.sort);
  const selectedKey = useSignal<string | null>(null);
  const all = useComputed(() => current.value?.analysis.resources ?? []);
  const filtered = useComputed(() => filterResources(all.value, filter.value));
  const rows = useComputed(() => sortResources(filtered.value, sort.value));
  const selected = useComputed(() => {
    const key = selectedKey.value;
    return key === null ? null : (all.value.find((resource) => resourceKey(resource) === key) ?? null);
  });

  function select(resource: ResourceRecord | null): void {
    selectedKey.value = resource && resourceKey(resource);
  }

  const total = formatCount(all.value.length);
  const count =
    filtered.value === all.value ? `${total} requests` : `${formatCount(filtered.value.length)} of ${total} requests`;
  return (
    <div class="resources">
      <div class="resources-bar">
        <input
          type="search"
          class="search"
          placeholder="Filter by URL, type or status"
          aria-label="Filter resources by URL, type or status"
          value={filter.value}
          onInput={(event) => updateLocation({ filter: event.currentTarget.value })}
        />
        <span class="muted" role="status" data-testid="resource-count">
          {count}
        </span>
      </div>
      <div class={selected.value ? 'resources-body with-details' : 'resources-body'}>
        <ResourceTable
          rows={rows}
          sort={sort.value}
          onSort={(next) => updateLocation({ sort: next })}
          selected={selected}
          onSelect={select}
          origin={figures.pageLoad.origin}
        />
        {selected.value && (
          <ResourceDetails resource={selected.value} origin={figures.pageLoad.origin} onClose={() => select(null)} />
        )}
      </div>
    </div>
  );
}

/** Tells the requests of a page load apart, also when the analysis is made anew. */
function resourceKey({ url, startTime }: ResourceRecord): string {
  return `${startTime} ${url}`;
}
