import browser from 'webextension-polyfill';
import { metricLabel } from '../analysis/budgets/metric-label.ts';
import { worstFirst } from '../analysis/budgets/worst-first.ts';
import type { BudgetLevel, BudgetResult } from '../model/budget.ts';

/** What the toolbar button says of a page. */
export interface BadgeText {
  /** Mark of the worst level and number of limits at it; empty when none is broken. */
  readonly text: string;
  readonly color: string;
  readonly title: string;
}

/** Limits named in the title; the panel names all. */
const NAMED = 5;

/** Both carry the badge's white text. The level is in the mark before the number too, for those who do not see colours. */
const COLORS = { error: '#b3261e', warn: '#8f4a00', none: '#55595e' } as const;

/** The badge of a page's results: the worst level with its count, and in the title every level in words. */
export function badgeOf(results: readonly BudgetResult[]): BadgeText {
  const broken = worstFirst(results.filter(({ level }) => level === 'error' || level === 'warn'));
  const count = (level: BudgetLevel) => results.filter((result) => result.level === level).length;
  const errors = count('error');
  const warnings = count('warn');
  if (broken.length === 0) {
    const held = count('pass');
    const said =
      held > 0
        ? `${held === 1 ? 'the measured limit holds' : `all ${held} measured limits hold`}`
        : 'no limit was measured';
    return { text: '', color: COLORS.none, title: `Vitalog: ${said}` };
  }
  const names = [...new Set(broken.map(({ metric }) => metricLabel(metric)))];
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const counts = [plural(errors, 'error'), plural(warnings, 'warning')].filter((part) => part !== null).join(', ');
  return {
    text: errors > 0 ? `✕${errors}` : `!${warnings}`,
    color: errors > 0 ? COLORS.error : COLORS.warn,
    title: `Vitalog: ${counts} (${names.slice(0, NAMED).join(', ')}${more})`,
  };
}

/** Shows it on a tab's toolbar button; the browser takes it away when the tab goes elsewhere. */
export async function showBadge(tabId: number, { text, color, title }: BadgeText): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color }),
    action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    action.setTitle({ tabId, title }),
  ]);
}

function plural(count: number, noun: string): string | null {
  return count === 0 ? null : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
