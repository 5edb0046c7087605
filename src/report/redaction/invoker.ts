import type { Redactor } from './redactor.ts';
import { isElementName } from './selector.ts';

const HANDLER = /\.on[a-z]{2,40}$/;
const SOURCE = /^([A-Za-z][\w-]*)\[src=["']?(.*?)["']?\]$/;
const PLATFORM_NAME = /^[A-Za-z][\w.:]{0,63}$/;

/**
 * Redacts the invoker of a script (https://w3c.github.io/long-animation-frames/#dom-performancescripttiming-invoker): a script's
 * URL, `IMG#id.onload`, `IMG[src=URL].onload`, or a name of the platform (`TimerHandler:setTimeout`).
 */
export function redactInvoker(invoker: string, redact: Redactor): string {
  if (redact.level === 'raw') return redact.text(invoker);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(invoker) || /^(?:data|blob):/i.test(invoker)) return redact.url(invoker);
  const handler = HANDLER.exec(invoker)?.[0] ?? '';
  const target = invoker.slice(0, invoker.length - handler.length);
  const [, element, source] = SOURCE.exec(target) ?? [];
  if (element !== undefined && source !== undefined) {
    return `${elementName(element)}[src=${redact.text(source)}]${handler}`;
  }
  if (/[#[]/.test(target)) return (redact.selector(target) ?? elementName(target)) + handler;
  return PLATFORM_NAME.test(invoker) ? redact.token(invoker) : redact.text(invoker);
}

function elementName(target: string): string {
  const name = /^[A-Za-z][\w-]*/.exec(target)?.[0] ?? '';
  return isElementName(name) ? name : '*';
}
