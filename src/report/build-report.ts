import type { AnalyzedPage } from '../analysis/analyze-session.ts';
import type { ViewAnalysis } from '../model/analysis.ts';
import type { MetricRecord } from '../model/metrics.ts';
import type { BrowserInfo } from '../model/page-load.ts';
import type { ReportFrame, ReportPageLoad, ReportView, SessionReport } from '../model/report.ts';
import type { Session } from '../model/session.ts';
import type { PageSnapshot } from '../model/snapshot.ts';
import { GENERATOR_NAME } from './generator-name.ts';

/** What a session report is built from. */
export interface ReportInput {
  /** ISO 8601. */
  readonly createdAt: string;
  /** Version of Vitalog. */
  readonly version: string;
  /** The browser that recorded the session. */
  readonly browser: BrowserInfo;
  readonly session: Session;
  /** In the order in which they shall stand in the report. */
  readonly pageLoads: readonly AnalyzedPage[];
}

/** Builds the session report, raw: nothing is redacted yet, so it is not for export before sanitizeReport. */
export function buildReport({ pageLoads, ...head }: ReportInput): SessionReport {
  return { ...reportHead(head), pageLoads: pageLoads.map(reportPageLoad) };
}

/** What a report says before its page loads, raw. */
export function reportHead({
  createdAt,
  version,
  browser,
  session,
}: Omit<ReportInput, 'pageLoads'>): Omit<SessionReport, 'pageLoads'> {
  return {
    format: 'vitalog-session',
    version: 1,
    createdAt,
    generator: { name: GENERATOR_NAME, version, browser },
    redaction: { level: 'raw' },
    session: { sessionId: session.sessionId, startedAt: session.startedAt },
  };
}

/** One page load of a report, raw. */
export function reportPageLoad({ snapshot: { pageLoad, entries }, frames, analysis }: AnalyzedPage): ReportPageLoad {
  return {
    pageLoadId: pageLoad.pageLoadId,
    url: pageLoad.url,
    title: pageLoad.title,
    timeOrigin: pageLoad.timeOrigin,
    navigationType: pageLoad.navigationType,
    supportedEntryTypes: pageLoad.supportedEntryTypes,
    ledger: pageLoad.ledger,
    // Page loads recorded before there was a back-off have none.
    selfCost: { ...pageLoad.selfCost, backOff: pageLoad.selfCost.backOff ?? 0 },
    networkLog: pageLoad.networkLog ?? null,
    ...(analysis.har && { har: analysis.har }),
    views: analysis.views.map(reportView),
    resources: analysis.resources,
    layoutShifts: analysis.layoutShifts,
    longTasks: analysis.longTasks,
    interactions: analysis.interactions,
    insights: analysis.insights,
    budgetResults: analysis.budgetResults,
    entries,
    frames: frames.map(reportFrame),
  };
}

function reportFrame({ pageLoad: { pageLoadId, url, timeOrigin, ledger }, entries }: PageSnapshot): ReportFrame {
  return { pageLoadId, url, timeOrigin, ledger, entries };
}

function reportView({ viewId, kind, url, startTime, metrics }: ViewAnalysis): ReportView {
  return { viewId, kind, url, startTime, metrics: metrics.map(withoutFinal) };
}

/** Whether more readings may come matters only while the page is open. */
function withoutFinal({
  name,
  value,
  rating,
  state,
  stateReason,
  attribution,
}: MetricRecord): ReportView['metrics'][number] {
  return { name, value, rating, state, stateReason, attribution };
}
