import { fileName, shortUrl } from '../../analysis/url.ts';
import type { BudgetResult, Offender } from '../../model/budget.ts';
import type { Finding, Insight } from '../../model/insights.ts';
import { percentDecode } from './decode.ts';
import type { Redactor } from './redactor.ts';
import { splitUrl } from './split-url.ts';

/** What follows the colon of a limit's key when it is one of the format's own words. */
const LIMIT_WORD =
  /^(?:document|script|stylesheet|image|media|font|other|first-party|third-party|total|errors|[1-5](?:\d\d|xx)|p\d{1,2}|\*)$/;

/** The insight with its findings redacted; what a finding's message quotes of its own fields becomes what those became. */
export function redactInsight(insight: Insight, redact: Redactor): Insight {
  return {
    id: redact.token(insight.id),
    title: redact.text(insight.title),
    why: redact.text(insight.why),
    status: insight.status,
    statusReason: textOrNull(insight.statusReason, redact),
    findings: insight.findings.map((finding) => redactFinding(finding, redact)),
  };
}

/** The verdict on one limit with its names and offenders redacted. */
export function redactBudgetResult(result: BudgetResult, redact: Redactor): BudgetResult {
  return {
    ...result,
    budget: redact.name(result.budget),
    metric: redactMetricKey(result.metric, redact),
    reason: textOrNull(result.reason, redact),
    offenders: result.offenders.map((offender) => ({ ...offender, label: redactLabel(offender, redact) })),
  };
}

export function textOrNull(text: string | null, redact: Redactor): string | null {
  return text === null ? null : redact.text(text);
}

function redactFinding(finding: Finding, redact: Redactor): Finding {
  const { url, selector, script, quote, message } = finding;
  const shownScript = script && {
    url: redact.url(script.url),
    functionName: redact.name(script.functionName),
    position: script.position,
  };
  const known = new Map<string, string>();
  for (const address of [url, script?.url]) {
    if (address !== undefined) for (const [raw, shown] of urlForms(address, redact)) known.set(raw, shown);
  }
  if (selector !== undefined) known.set(selector, redact.selector(selector) ?? '*');
  if (script && shownScript) known.set(script.functionName, shownScript.functionName);
  const shownQuote = quote === undefined ? undefined : redactQuote(quote, redact);
  if (quote !== undefined && shownQuote !== undefined) known.set(quote, shownQuote);
  return {
    ...finding,
    message: redact.text(message, known),
    ...(url === undefined ? {} : { url: redact.url(url) }),
    ...(selector === undefined ? {} : { selector: redact.selector(selector) ?? '' }),
    ...(shownScript === undefined ? {} : { script: shownScript }),
    ...(shownQuote === undefined ? {} : { quote: shownQuote }),
  };
}

/** An error may quote anything that the page holds. */
function redactQuote(quote: string, redact: Redactor): string {
  return redact.level === 'strict' ? redact.data(quote) : redact.text(quote);
}

/** The URL as sentences quote it: whole, without scheme and host, or by its file name; each as written and decoded. */
function urlForms(url: string, redact: Redactor): readonly (readonly [raw: string, shown: string])[] {
  const shown = redact.url(url);
  const parts = splitUrl(url);
  const shownParts = splitUrl(shown);
  const forms: (readonly [string, string])[] = [[url, shown]];
  if (parts?.authority && shownParts !== null) {
    const shownPath = shownParts.path;
    const shownName = shownPath.slice(shownPath.lastIndexOf('/') + 1);
    forms.push([parts.path + parts.query, shownPath + shownParts.query]);
    forms.push([fileName(url) + parts.query, shownName + shownParts.query]);
    forms.push([fileName(url), shownName], [shortUrl(url), shownName]);
  }
  return forms.flatMap(([raw, to]) => [[raw, to] as const, [percentDecode(raw), to] as const]);
}

function redactLabel({ kind, label }: Offender, redact: Redactor): string {
  if (redact.level === 'raw') return redact.text(label);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(label) && !/\s/.test(label)) return redact.url(label);
  if (kind === 'user-timing') return redact.name(label);
  if (kind === 'resource' || kind === 'long-task') return redact.text(label);
  const selector = /^[\w#.*[][^\s]*(?:\s*[>+~]\s*[^\s]+)*$/.test(label) ? redact.selector(label) : null;
  return selector ?? redact.text(label);
}

/** `resource-size:script` says nothing; the pattern of `file-size:PATTERN` and the name of `user-timing:NAME` may. */
function redactMetricKey(metric: string, redact: Redactor): string {
  const at = metric.indexOf(':');
  if (at < 0) return redact.token(metric);
  const subject = metric.slice(at + 1);
  const shown = LIMIT_WORD.test(subject) ? subject : redact.text(subject);
  return `${redact.token(metric.slice(0, at))}:${shown}`;
}
