import { Menu } from '../components/Menu.tsx';
import { formatCount } from '../format.ts';
import { usePanel } from '../state/panel-context.ts';
import { chosenValues, FACETS, type Facet, FIXED_VALUES, toggleFacet } from './facet-choice.ts';
import { FACET_TITLES, facetLabel } from './facet-text.ts';
import type { ResourcesState } from './resources-state.ts';

/** A page with more hosts than this is looked through by the text filter. */
const MAX_VALUES = 100;

/** What the table can be narrowed down by, with how many requests each choice would leave. */
export function FilterMenu({ state }: { readonly state: ResourcesState }) {
  const { location } = usePanel();
  const chosen = chosenValues(location.value.facets).length;
  return (
    <Menu label={chosen === 0 ? 'Filters' : `Filters (${chosen})`} testId="filters" width={560}>
      <div class="facets">
        {FACETS.map((facet) => (
          <FacetFields key={facet} facet={facet} state={state} />
        ))}
      </div>
    </Menu>
  );
}

function FacetFields({ facet, state }: { readonly facet: Facet; readonly state: ResourcesState }) {
  const { location, updateLocation } = usePanel();
  const { facets } = location.value;
  const counts = state.counts.value[facet];
  const found = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  const values = [...new Set([...FIXED_VALUES[facet], ...facets[facet], ...found])];
  return (
    <fieldset class="facet" data-facet={facet}>
      <legend>{FACET_TITLES[facet]}</legend>
      {values.slice(0, MAX_VALUES).map((value) => (
        <label key={value} class="facet-value">
          <input
            type="checkbox"
            data-value={value}
            checked={facets[facet].includes(value)}
            onChange={() => updateLocation({ facets: toggleFacet(facets, facet, value) })}
          />
          <span class="ellipsis" title={facetLabel(facet, value)}>
            {facetLabel(facet, value)}
          </span>
          <span class="count">{formatCount(counts.get(value) ?? 0)}</span>
        </label>
      ))}
      {values.length === 0 && <p class="muted">none</p>}
      {values.length > MAX_VALUES && (
        <p class="muted">and {formatCount(values.length - MAX_VALUES)} more: use the text filter</p>
      )}
    </fieldset>
  );
}
