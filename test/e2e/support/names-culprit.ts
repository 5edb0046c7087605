import type { Offender } from '../../../src/model/budget.ts';
import type { Finding } from '../../../src/model/insights.ts';
import type { ReportPageLoad } from '../../../src/model/report.ts';
import type { Culprit } from '../../pages/demo/faults.ts';

/** True when the URL is that of the culprit's file, seen from a page of the shop. */
export function isFileOf(url: string | undefined, culprit: Culprit, pageUrl: string): boolean {
  if (url === undefined || culprit.kind === 'element' || !URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  const isOther = culprit.kind === 'resource' && culprit.otherOrigin === true;
  return pathname === culprit.path && (origin !== new URL(pageUrl).origin) === isOther;
}

/** True when the finding points at the culprit: its file, its element, or its function in its script. */
export function findingNames({ url, selector, script }: Finding, culprit: Culprit, pageUrl: string): boolean {
  switch (culprit.kind) {
    case 'resource':
      return isFileOf(url, culprit, pageUrl);
    case 'element':
      return selector === culprit.selector;
    case 'script':
      return script?.functionName === culprit.functionName && isFileOf(script.url, culprit, pageUrl);
  }
}

/** True when the offender of a limit is the culprit. */
export function offenderNames({ label }: Offender, culprit: Culprit, pageUrl: string): boolean {
  return culprit.kind === 'element' ? label === culprit.selector : isFileOf(label, culprit, pageUrl);
}

/** Findings of one insight of a page load; empty when the insight is not there. */
export function findingsOf(pageLoad: ReportPageLoad, insightId: string): readonly Finding[] {
  return pageLoad.insights.find(({ id }) => id === insightId)?.findings ?? [];
}

/** The first load of a page in a report. Throws when there is none. */
export function loadOf(pageLoads: readonly ReportPageLoad[], path: string): ReportPageLoad {
  const found = pageLoads.find(({ url }) => new URL(url).pathname === path);
  if (!found)
    throw new Error(`The report has no page load of ${path}, only of ${pageLoads.map(({ url }) => url).join(', ')}.`);
  return found;
}

/** What a developer looks for on the screen. */
export function namesOf(culprit: Culprit): readonly string[] {
  switch (culprit.kind) {
    case 'resource':
      return [culprit.path];
    case 'element':
      return [culprit.selector];
    case 'script':
      return [culprit.functionName, culprit.path];
  }
}
