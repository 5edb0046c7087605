import type { PageAnalysis } from '../model/analysis.ts';
import type { EntryRecord } from '../model/entries.ts';
import type { HarRequest } from '../model/har-request.ts';
import type { PageLoadRecord } from '../model/page-load.ts';
import type { EpochMilliseconds } from '../model/units.ts';
import type { AnalysisContext } from './analysis-context.ts';
import { createBudgetEvaluator } from './budgets/evaluate-budgets.ts';
import { createDerivedFacts } from './derived-facts.ts';
import { INSIGHT_RULES } from './insights/registry.ts';
import { createInsightRunner } from './insights/run-insights.ts';
import { createCrowdedSpans } from './metrics/crowded-spans.ts';
import { createMomentLog, withHarMoments } from './metrics/page-moments.ts';
import { viewMetrics } from './metrics/view-metrics.ts';
import { createObservationLog } from './observation-log.ts';
import { observedUntil } from './observed-until.ts';
import { pageRevision } from './page-revision.ts';
import { createFrameLogs } from './resources/frame-logs.ts';
import { createJoinedLog } from './resources/joined-log.ts';
import { entityResolver, partyResolver } from './resources/party.ts';
import { createResourceLog } from './resources/resource-log.ts';
import { createTotals } from './resources/totals.ts';
import { createAnimationFrameLog } from './timeline/animation-frame-log.ts';
import { createInteractionLog } from './timeline/interaction-log.ts';
import { createLayoutShiftLog } from './timeline/layout-shift-log.ts';
import { createLongTaskLog } from './timeline/long-task-log.ts';
import { createUserTimingLog } from './timeline/user-timing-log.ts';
import { viewsOf } from './views.ts';

/** Analysis of one page load that grows with it. */
export interface PageAnalyzer {
  /** Takes the next entries, in the order in which they were made. */
  extend(entries: readonly EntryRecord[]): void;
  /**
   * Takes the next entries of a document in a frame of the page. Its requests are the page's requests. All else stays the frame's:
   * vitals are the top document's by definition, and a task of a frame that shares the page's main thread is among the page's.
   */
  extendFrame(frame: PageLoadRecord, entries: readonly EntryRecord[]): void;
  /** Takes the next requests that the network log of DevTools told of, in any order. */
  extendRequests(requests: readonly HarRequest[]): void;
  /**
   * The analysis of all entries so far. `pageLoad` is the newest record of that page load. May be asked any number of times.
   * An open page load that sent nothing until `now` was quiet until then, which TTI and TBT need to know; without it, a page
   * load counts as observed until its last message.
   */
  result(pageLoad: PageLoadRecord, now?: EpochMilliseconds): PageAnalysis;
}

/**
 * An analyzer that has seen no entry yet. Entries are sorted into a log per concern; `result` makes records of what is new in each.
 * It does not matter in how many parts the entries come, nor how often a result was asked for in between.
 */
export function createPageAnalyzer(context: AnalysisContext): PageAnalyzer {
  const resourceLog = createResourceLog();
  const frameLogs = createFrameLogs();
  const joinedLog = createJoinedLog();
  const shiftLog = createLayoutShiftLog();
  const taskLog = createLongTaskLog();
  const frameLog = createAnimationFrameLog();
  const interactionLog = createInteractionLog();
  const momentLog = createMomentLog();
  const observationLog = createObservationLog();
  const runInsights = createInsightRunner(context.rules ?? INSIGHT_RULES);
  const userTimingLog = createUserTimingLog();
  const derivedFactsOf = createDerivedFacts();
  const totalsOf = createTotals();
  const crowdedSpansOf = createCrowdedSpans();
  const evaluateBudgets = createBudgetEvaluator();

  const add = (entry: EntryRecord): void => {
    switch (entry.entryType) {
      case 'navigation':
        resourceLog.addNavigation(entry);
        break;
      case 'resource':
        resourceLog.addResource(entry);
        break;
      case 'layout-shift':
        shiftLog.add(entry);
        break;
      case 'longtask':
        taskLog.addTask(entry);
        break;
      case 'long-animation-frame':
        taskLog.addFrame(entry);
        frameLog.add(entry);
        break;
      case 'event':
        interactionLog.add(entry);
        break;
      case 'first-input':
        momentLog.addFirstInput(entry);
        interactionLog.add(entry);
        break;
      case 'paint':
        momentLog.addPaint(entry);
        break;
      case 'visibility-state':
        momentLog.addVisibility(entry);
        break;
      case 'mark':
      case 'measure':
        userTimingLog.add(entry);
        break;
      // LCP comes with web-vitals' own reading; the others are exported as collected and have no rule yet.
      case 'largest-contentful-paint':
      case 'element':
      case 'soft-navigation':
      case 'interaction-contentful-paint':
        break;
      default:
        observationLog.add(entry);
    }
  };

  return {
    extend(entries) {
      for (const entry of entries) add(entry);
    },
    extendFrame: frameLogs.extend,
    extendRequests: joinedLog.add,
    result(pageLoad, now) {
      const partyOf = partyResolver(pageLoad.url, context.budgets, context.hosts);
      const owners = { partyOf, entityOf: entityResolver(partyOf, context.hosts) };
      const own = resourceLog.records({ origin: pageLoad.origin, ...owners });
      const timed = frameLogs.mergeInto(own, { timeOrigin: pageLoad.timeOrigin, ...owners });
      const resources = joinedLog.join(timed, { timeOrigin: pageLoad.timeOrigin, ...owners });
      const longTasks = taskLog.records();
      const navigation = resourceLog.navigation();
      const { har } = pageLoad;
      const moments = har ? withHarMoments(momentLog.moments(navigation), har) : momentLog.moments(navigation);
      const animationFrames = frameLog.records();
      const observations = observationLog.observations();
      const views = viewsOf(pageLoad);
      const restores = views.filter(({ kind }) => kind === 'bfcache').map(({ startTime }) => startTime);
      const interactions = interactionLog.records(restores);
      const input = {
        views,
        moments,
        crowded: crowdedSpansOf(resources),
        longTasks,
        interactions,
        animationFrames,
        navigation,
        observedUntil: observedUntil(pageLoad, now),
      };
      const facts = {
        pageLoadId: pageLoad.pageLoadId,
        revision: pageRevision(pageLoad, frameLogs.frames()),
        views: viewMetrics(pageLoad, input),
        resources,
        totals: totalsOf(resources),
        layoutShifts: shiftLog.records(views),
        longTasks,
        animationFrames,
        interactions,
        loadEvents: { domContentLoaded: moments.domContentLoaded, load: moments.load },
        userTimings: userTimingLog.records(),
        heapSamples: [...observations.heap],
        browser: pageLoad.browser,
        images: [...observations.image],
        failedResources: [...observations['failed-resource']],
        scriptErrors: [...observations['script-error']],
        supportedEntryTypes: pageLoad.supportedEntryTypes,
        ...(har && { har: { creator: har.creator, loadEvents: har.loadEvents } }),
      };
      const insights = runInsights({
        ...facts,
        pageLoad,
        moments,
        navigation,
        observations,
        ...derivedFactsOf(facts),
        earlier: context.earlier,
      });
      const judged = { ...facts, insights };
      return { ...judged, budgetResults: evaluateBudgets(judged, context.budgets, context.samples) };
    },
  };
}
