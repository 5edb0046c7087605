import type { MetricName } from '../../../model/metrics.ts';
import type { ReportPageLoad } from '../../../model/report.ts';
import { analysisOf } from '../../analysis-of.ts';
import { isoMoment } from '../moments.ts';

/** The page load as a page of a HAR, with its vitals under the names that sitespeed.io's readers know. */
export function harPage(load: ReportPageLoad, id: string) {
  const { loadEvents, userTimings } = analysisOf(load);
  const value = (name: MetricName) => load.views[0]?.metrics.find((metric) => metric.name === name)?.value ?? null;
  const vitals = {
    ttfb: value('TTFB'),
    fcp: value('FCP'),
    lcp: value('LCP'),
    cls: value('CLS'),
    inp: value('INP'),
    tbt: value('TBT'),
  };
  return {
    startedDateTime: isoMoment(load.timeOrigin),
    id,
    title: load.title === '' ? load.url : load.title,
    pageTimings: {
      onContentLoad: loadEvents.domContentLoaded ?? -1,
      onLoad: loadEvents.load ?? -1,
      ...present({ _firstContentfulPaint: vitals.fcp, _largestContentfulPaint: vitals.lcp }),
      ...(load.supportedEntryTypes.includes('longtask') && { _longTasks: load.longTasks.length }),
      _userTimings: userTimings.map(({ kind, name, startTime, duration }) => ({
        type: kind,
        name,
        startTime,
        duration,
      })),
    },
    _url: load.url,
    _googleWebVitals: present(vitals),
    _ledger: load.ledger,
  };
}

/** The values that were measured: a vital that was not is left out, never 0. */
function present(values: Readonly<Record<string, number | null>>): Readonly<Record<string, number>> {
  const pairs = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return Object.fromEntries(pairs);
}
