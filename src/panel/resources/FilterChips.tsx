import { usePanel } from '../state/panel-context.ts';
import { chosenValues, NO_CHOICE, toggleFacet } from './facet-choice.ts';
import { FACET_TITLES, facetLabel } from './facet-text.ts';

/** The filters that are set, each to take away by a click, or all at once. */
export function FilterChips() {
  const { location, updateLocation } = usePanel();
  const { facets, filter } = location.value;
  const chosen = chosenValues(facets);
  if (chosen.length === 0 && filter === '') return null;
  return (
    <ul class="chips" aria-label="Filters that are set">
      {chosen.map(({ facet, value }) => (
        <li key={`${facet} ${value}`}>
          <button
            type="button"
            class="chip"
            aria-label={`Remove filter ${FACET_TITLES[facet]}: ${facetLabel(facet, value)}`}
            onClick={() => updateLocation({ facets: toggleFacet(facets, facet, value) })}
          >
            <span class="chip-text">{facetLabel(facet, value)}</span>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="m3 3 6 6m0-6-6 6" />
            </svg>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          class="text-button"
          data-testid="clear-filters"
          onClick={() => updateLocation({ facets: NO_CHOICE, filter: '' })}
        >
          Clear all
        </button>
      </li>
    </ul>
  );
}
