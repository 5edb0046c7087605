import type { HarOrigin } from '../../model/har-page.ts';
import type { ReportPageLoad, ReportView } from '../../model/report.ts';
import { redactRecord } from './deep.ts';
import { redactEntry, redactScript, redactSources } from './entries.ts';
import { redactBudgetResult, redactInsight, textOrNull } from './findings.ts';
import type { Redactor } from './redactor.ts';
import { redactResource, tokenOrNull } from './resource.ts';

/** The page load with all its parts redacted; ids that we made and numbers stay. */
export function redactPageLoad(load: ReportPageLoad, redact: Redactor): ReportPageLoad {
  return {
    pageLoadId: load.pageLoadId,
    url: redact.url(load.url),
    title: redact.title(load.title),
    timeOrigin: load.timeOrigin,
    navigationType: tokenOrNull(load.navigationType, redact),
    supportedEntryTypes: load.supportedEntryTypes.map(redact.token),
    ledger: load.ledger,
    selfCost: load.selfCost,
    networkLog: load.networkLog,
    ...(load.har && { har: redactOrigin(load.har, redact) }),
    views: load.views.map((view) => redactView(view, redact)),
    resources: load.resources.map((resource) => redactResource(resource, redact)),
    layoutShifts: load.layoutShifts.map((shift) => ({ ...shift, sources: redactSources(shift.sources, redact) })),
    longTasks: load.longTasks.map((task) => ({
      ...task,
      scripts: task.scripts.map((script) => redactScript(script, redact)),
    })),
    interactions: load.interactions.map((interaction) => ({
      ...interaction,
      type: redact.token(interaction.type),
      target: redact.selector(interaction.target),
    })),
    insights: load.insights.map((insight) => redactInsight(insight, redact)),
    budgetResults: load.budgetResults.map((result) => redactBudgetResult(result, redact)),
    entries: load.entries.map((entry) => redactEntry(entry, redact)),
    frames: load.frames.map((frame) => ({
      ...frame,
      url: redact.url(frame.url),
      entries: frame.entries.map((entry) => redactEntry(entry, redact)),
    })),
  };
}

function redactOrigin({ creator: { name, version }, loadEvents }: HarOrigin, redact: Redactor): HarOrigin {
  return { creator: { name: redact.text(name), version: redact.token(version) }, loadEvents };
}

function redactView(view: ReportView, redact: Redactor): ReportView {
  return {
    ...view,
    url: redact.url(view.url),
    metrics: view.metrics.map((metric) => ({
      ...metric,
      stateReason: textOrNull(metric.stateReason, redact),
      attribution: redactRecord(metric.attribution, redact),
    })),
  };
}
