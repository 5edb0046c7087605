import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ResourceRecord } from '../../model/resources.ts';
import type { SizeTotal } from '../../model/size.ts';
import type { PanelState } from '../state/panel-state.ts';
import { loadMarkers, type TimeMarker } from '../state/timeline-range.ts';
import { countFacets, type FacetCounts, filterResources } from './facet-resources.ts';
import { type FindingsOf, findingsByResource } from './resource-findings.ts';
import { type FlagsOf, flagResources } from './resource-flags.ts';
import { resourceOfKey } from './resource-key.ts';
import { createResourceSorter } from './resource-sort.ts';
import { type ResourceSummary, summarizeResources } from './resource-summaries.ts';
import { type WaterfallScale, waterfallScale } from './waterfall.ts';

/** What the view of resources shows. Each part is made when it is looked at, and again when what it is made of changed. */
export interface ResourcesState {
  readonly all: ReadonlySignal<readonly ResourceRecord[]>;
  /** How many requests each facet's values would leave; counted while somebody looks. */
  readonly counts: ReadonlySignal<FacetCounts>;
  /** The requests that pass the filters, in the order of the table. */
  readonly rows: ReadonlySignal<readonly ResourceRecord[]>;
  /** What the rows transferred. */
  readonly transferred: ReadonlySignal<SizeTotal>;
  readonly findingsOf: ReadonlySignal<FindingsOf>;
  readonly flagsOf: ReadonlySignal<FlagsOf>;
  readonly selected: ReadonlySignal<ResourceRecord | null>;
  readonly markers: ReadonlySignal<readonly TimeMarker[]>;
  readonly scale: ReadonlySignal<WaterfallScale>;
  /** Which of the rows are in sight; set by the table. */
  readonly inSight: Signal<RowRange>;
  /** Nothing while single requests are shown. */
  readonly summaries: ReadonlySignal<readonly ResourceSummary[]>;
}

/** Rows `first` to `last - 1`. */
interface RowRange {
  readonly first: number;
  readonly last: number;
}

export function createResourcesState({ location, figures }: Pick<PanelState, 'location' | 'figures'>): ResourcesState {
  const sort = computed(() => location.value.sort);
  const words = computed(() => location.value.filter);
  const choice = computed(() => location.value.facets);
  const filter = computed(() => ({ words: words.value, choice: choice.value }));
  const group = computed(() => location.value.group);
  const request = computed(() => location.value.request);
  const span = computed(() => location.value.span);
  const all = computed(() => figures.value?.analysis.resources ?? NONE);
  const insights = computed(() => figures.value?.analysis.insights ?? []);
  const findingsOf = computed(() => findingsByResource(insights.value));
  const flagsOf = computed(() => flagResources(findingsOf.value));
  const sorter = createResourceSorter();
  const sorted = computed(() => sorter(all.value, sort.value, flagsOf.value));
  const rows = computed(() => filterResources(sorted.value, filter.value, flagsOf.value));
  const markers = computed(() => (figures.value ? loadMarkers(figures.value.analysis) : []));
  const inSight = signal<RowRange>({ first: 0, last: 0 });
  const timed = computed(() => {
    if (span.value !== 'sight') return rows.value;
    const { first, last } = inSight.value;
    return rows.value.slice(first, last);
  });
  let last: WaterfallScale | null = null;
  return {
    all,
    counts: computed(() => countFacets(all.value, filter.value, flagsOf.value)),
    rows,
    transferred: computed(() => transferredBy(rows.value)),
    findingsOf,
    flagsOf,
    selected: computed(() => (request.value === null ? null : resourceOfKey(all.value, request.value))),
    markers,
    scale: computed(() => {
      const scale = waterfallScale(timed.value, span.value, markers.value);
      // The same object for the same scale: rows that are drawn with it stand.
      if (last?.from !== scale.from || last.to !== scale.to) last = scale;
      return last;
    }),
    inSight,
    summaries: computed(() => (group.value === null ? [] : summarizeResources(rows.value, group.value))),
  };
}

function transferredBy(rows: readonly ResourceRecord[]): SizeTotal {
  let value = 0;
  let unknown = 0;
  for (const { transferSize } of rows) {
    if (transferSize.value === null) unknown += 1;
    else value += transferSize.value;
  }
  return { value, unknown };
}

const NONE: readonly ResourceRecord[] = [];
