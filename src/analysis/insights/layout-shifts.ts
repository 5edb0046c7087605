import type { Finding, Severity } from '../../model/insights.ts';
import type { LayoutShiftRecord } from '../../model/timeline.ts';
import { counted } from '../counted.ts';
import { formatMs } from '../format.ts';
import { formatNumber } from '../format-number.ts';
import { METRIC_THRESHOLDS } from '../metrics/thresholds.ts';
import { type ExplainedShift, shiftExplainer } from '../timeline/explain-shift.ts';
import { evidenceText } from '../timeline/shift-evidence.ts';
import { AN_UNNAMED_ELEMENT } from '../unnamed-element.ts';
import type { InsightRule, PageFacts } from './insight-rule.ts';

interface Options {
  /** Smaller shifts are not named. */
  readonly fromValue: number;
  /** CLS above which the rule fails; below it, shifts are named for information. */
  readonly failOver: number;
  /** Sum of shifts of one cause from which its finding is of high, and of medium severity. */
  readonly highFrom: number;
  readonly mediumFrom: number;
}

const [goodCls, fairCls] = METRIC_THRESHOLDS.CLS;

/** CLS thresholds; a shift under 0.01 is a tenth of what a good page may have, and hardly seen. */
const DEFAULTS: Options = { fromValue: 0.01, failOver: goodCls, highFrom: fairCls, mediumFrom: goodCls / 2 };

interface Group extends ExplainedShift {
  readonly shifts: LayoutShiftRecord[];
  value: number;
}

/** Names what moved, without the user having done anything, by how much, and what most likely pushed it. */
export const layoutShifts: InsightRule<Options> = {
  id: 'layout-shifts',
  title: 'Content that moves',
  why: 'What moves while it is being read or aimed at makes people lose their place and click the wrong thing.',
  requires: ['layout-shift'],
  concerns: () => false,
  run(page, options) {
    const { fromValue, failOver, highFrom, mediumFrom } = { ...DEFAULTS, ...options };
    const counted = page.layoutShifts.filter(({ value, hadRecentInput }) => !hadRecentInput && value >= fromValue);
    const groups = [...byCause(counted, page).values()].sort((a, b) => b.value - a.value);
    const findings = groups.map((group): Finding => {
      const [first] = group.shifts;
      const [likely] = group.evidence;
      const severity: Severity = group.value >= highFrom ? 'high' : group.value >= mediumFrom ? 'medium' : 'low';
      return {
        message: messageOf(group),
        severity,
        ...(group.selector === null ? {} : { selector: group.selector }),
        ...(likely === undefined ? {} : { url: likely.url }),
        ...(first === undefined ? {} : { startTime: first.startTime }),
      };
    });
    const fails = page.views.some(({ metrics }) =>
      metrics.some(({ name, value }) => name === 'CLS' && value !== null && value > failOver),
    );
    return { status: fails && findings.length > 0 ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

function byCause(shifts: readonly LayoutShiftRecord[], page: PageFacts): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const explain = shiftExplainer({ views: page.views, arrivals: page.arrivals, images: page.observations.image });
  for (const shift of shifts) {
    const cause = explain(shift);
    const key = `${cause.kind} ${cause.selector ?? ''} ${cause.evidence[0]?.url ?? ''}`;
    const group = groups.get(key) ?? { ...cause, shifts: [], value: 0 };
    group.shifts.push(shift);
    group.value += shift.value;
    groups.set(key, group);
  }
  return groups;
}

const UNEXPLAINED =
  'No image, font or frame arrived just before: reserve space for what a script inserted or let grow above it.';

function messageOf({ kind, selector, others, distance, shifts, value, evidence }: Group): string {
  const name = selector ?? AN_UNNAMED_ELEMENT;
  const amount = formatNumber(value, 'en', 3);
  const [first] = shifts;
  const when = shifts.length === 1 ? `at ${formatMs(first?.startTime ?? 0)}` : `in ${counted(shifts.length, 'shift')}`;
  if (kind === 'appeared') {
    const along = others.length > 0 ? `, moving ${others.join(', ')}` : '';
    return `${name} appeared ${when} and shifted the page by ${amount}${along}. ${evidenceText(evidence) || 'Reserve its space, or show it without pushing content.'}`;
  }
  const pushed = distance > 0 ? ` was pushed ${formatNumber(distance, 'en', 0)} px` : ' moved';
  const too = others.length > 0 ? ` with ${others.join(', ')}` : '';
  return `${name}${pushed}${too} ${when}, a shift of ${amount}. ${evidenceText(evidence) || UNEXPLAINED}`;
}
