import { PHASE_NAMES } from '../../../analysis/resources/phases.ts';
import type { BudgetResult, Offender } from '../../../model/budget.ts';
import type { ReportPageLoad, ReportView } from '../../../model/report.ts';
import type { PhaseName, ResourceRecord } from '../../../model/resources.ts';
import type { CsvTable } from '../csv-writer.ts';
import { isoMoment } from '../moments.ts';

const PAGE = [
  ['page', (_: unknown, load: ReportPageLoad) => load.url],
  ['pageLoadId', (_: unknown, load: ReportPageLoad) => load.pageLoadId],
  ['loadedAt', (_: unknown, load: ReportPageLoad) => isoMoment(load.timeOrigin)],
] as const;

/** A row a request; times in ms from the start of the page load, sizes in bytes. */
export const RESOURCES_TABLE: CsvTable<ResourceRecord> = {
  rows: (load) => load.resources,
  columns: [
    ...PAGE,
    ['url', ({ url }) => url],
    ['resourceType', ({ resourceType }) => resourceType],
    ['initiatorType', ({ initiatorType }) => initiatorType],
    ['method', ({ method }) => method],
    ['status', ({ status }) => status],
    ['startTime', ({ startTime }) => startTime],
    ['duration', ({ duration }) => duration],
    ...PHASE_NAMES.map((name: PhaseName) => [name, ({ phases }: ResourceRecord) => phases[name]] as const),
    ['transferSize', ({ transferSize }) => transferSize.value],
    ['transferSizeSource', ({ transferSize }) => transferSize.source],
    ['encodedBodySize', ({ encodedBodySize }) => encodedBodySize.value],
    ['decodedBodySize', ({ decodedBodySize }) => decodedBodySize.value],
    ['mimeType', ({ mimeType }) => mimeType],
    ['contentEncoding', ({ contentEncoding }) => contentEncoding],
    ['protocol', ({ protocol }) => protocol],
    ['priority', ({ priority }) => priority],
    ['renderBlockingStatus', ({ renderBlockingStatus }) => renderBlockingStatus],
    ['delivery', ({ delivery }) => delivery],
    ['party', ({ party }) => party],
    ['entity', ({ entity }) => entity],
    ['opaque', ({ opaque }) => opaque],
    ['failure', ({ failure }) => failure && (failure.text ?? (failure.aborted ? 'aborted' : 'failed'))],
    ['frame', ({ frame }) => frame],
  ],
};

interface MetricRow {
  readonly view: ReportView;
  readonly metric: ReportView['metrics'][number];
}

/** A row a metric of each view; values in ms, CLS without unit, empty where the state says there is none. */
export const METRICS_TABLE: CsvTable<MetricRow> = {
  rows: (load) => load.views.flatMap((view) => view.metrics.map((metric) => ({ view, metric }))),
  columns: [
    ...PAGE,
    ['viewId', ({ view }) => view.viewId],
    ['viewKind', ({ view }) => view.kind],
    ['viewUrl', ({ view }) => view.url],
    ['viewStartTime', ({ view }) => view.startTime],
    ['name', ({ metric }) => metric.name],
    ['value', ({ metric }) => metric.value],
    ['rating', ({ metric }) => metric.rating],
    ['state', ({ metric }) => metric.state],
    ['stateReason', ({ metric }) => metric.stateReason],
  ],
};

/** A row a limit that is not kept, the worst offender with it. */
export const VIOLATIONS_TABLE: CsvTable<BudgetResult> = {
  rows: (load) => load.budgetResults.filter(({ level }) => level === 'warn' || level === 'error'),
  columns: [
    ...PAGE,
    ['budget', ({ budget }) => budget],
    ['metric', ({ metric }) => metric],
    ['level', ({ level }) => level],
    ['expected', ({ expected }) => expected],
    ['actual', ({ actual }) => actual],
    ['atLeast', ({ atLeast }) => atLeast],
    ['overBy', ({ overBy }) => overBy],
    ['unit', ({ unit }) => unit],
    ['offenders', ({ offenders }) => offenders.length],
    ['worstOffender', ({ offenders: [worst] }) => worst?.label ?? null],
    [
      'worstOffenderValue',
      ({ offenders: [worst] }: { readonly offenders: readonly Offender[] }) => worst?.value ?? null,
    ],
  ],
};
