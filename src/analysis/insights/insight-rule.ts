import type { PageAnalysis } from '../../model/analysis.ts';
import type { EntryType, NavigationEntry } from '../../model/entries.ts';
import type { Finding, InsightStatus } from '../../model/insights.ts';
import type { ObservationType } from '../../model/observations.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { PageMoments } from '../metrics/page-moments.ts';
import type { Observations } from '../observation-log.ts';
import type { ApiEndpoint } from '../resources/api-calls.ts';
import type { BundleFiles } from '../resources/bundle-files.ts';
import type { FontFiles } from '../resources/font-files.ts';
import type { RequestIndex } from '../resources/request-index.ts';
import type { ThirdParties } from '../resources/third-parties.ts';
import type { FrameCause } from '../timeline/frame-causes.ts';
import type { ScriptWorks } from '../timeline/script-work.ts';
import type { Arrival } from '../timeline/shift-evidence.ts';
import type { TaskCulprit } from '../timeline/task-culprits.ts';

/** What a rule may look at: everything that analysis made of the page load before the rules ran. */
export interface PageFacts extends Omit<PageAnalysis, 'insights' | 'budgetResults'> {
  readonly pageLoad: PageLoadRecord;
  readonly moments: PageMoments;
  /** The document's own entry; null until the browser told of it. */
  readonly navigation: NavigationEntry | null;
  readonly requests: RequestIndex;
  readonly observations: Observations;
  readonly apiEndpoints: readonly ApiEndpoint[];
  readonly thirdParties: ThirdParties;
  readonly fonts: FontFiles;
  readonly bundles: readonly BundleFiles[];
  /** Images, fonts and frames by the moment of their arrival. */
  readonly arrivals: readonly Arrival[];
  /** What ran in long tasks, the one that blocked longest first. */
  readonly taskCulprits: readonly TaskCulprit[];
  /** What took the most of long animation frames, the one that blocked longest first. */
  readonly frameCauses: readonly FrameCause[];
  readonly scriptWorks: ScriptWorks;
  /** Page loads of the same session before this one, oldest first. */
  readonly earlier: readonly PageAnalysis[];
}

/** What a rule says; findings ordered by effect, the worst first. */
export type RuleResult =
  | { readonly status: Exclude<InsightStatus, 'not-measured' | 'error'>; readonly findings: readonly Finding[] }
  | { readonly status: 'not-measured'; readonly reason: string };

/** One rule. `Options` are its thresholds; each has a default with its source. */
export interface InsightRule<Options extends object = object> {
  readonly id: string;
  readonly title: string;
  /** Why it matters, one sentence. */
  readonly why: string;
  /** Entry types without which the rule cannot judge. */
  readonly requires: readonly EntryType[];
  /** What else of the page the rule judges by; a HAR file holds none of it. */
  readonly observes?: readonly ObservationType[];
  /**
   * Whether the rule looks at a request at all. Where it says so, the others may be left out of `page.resources`, so that a page
   * that grows is not looked through from the start each time. Says nothing that `run` would not find by itself.
   */
  concerns?(resource: ResourceRecord, options?: Partial<Options>): boolean;
  run(page: PageFacts, options?: Partial<Options>): RuleResult;
}

/** The rule found something that should be mended, or nothing. */
export function failOn(findings: readonly Finding[]): RuleResult {
  return { status: findings.length > 0 ? 'fail' : 'pass', findings };
}

/** The rule found something worth knowing, or nothing. */
export function informOn(findings: readonly Finding[]): RuleResult {
  return { status: findings.length > 0 ? 'informative' : 'pass', findings };
}
