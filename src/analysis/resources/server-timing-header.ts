import type { ServerTiming } from '../../model/entries.ts';

/** As many as the collector keeps of an entry. */
const MAX_TIMINGS = 20;

/**
 * The metrics of a `Server-Timing` header: `db;dur=53;desc="Orders", cache`
 * (https://w3c.github.io/server-timing/#the-server-timing-header-field).
 */
export function parseServerTiming(header: string | undefined): readonly ServerTiming[] {
  return splitOutsideQuotes(header ?? '', ',')
    .slice(0, MAX_TIMINGS)
    .flatMap((metric) => {
      const [name = '', ...parameters] = splitOutsideQuotes(metric, ';');
      if (name === '') return [];
      const values = new Map(parameters.map(parameterOf));
      const duration = Number(values.get('dur') ?? 0);
      return [{ name, duration: Number.isFinite(duration) ? duration : 0, description: values.get('desc') ?? '' }];
    });
}

function parameterOf(parameter: string): readonly [name: string, value: string] {
  const at = parameter.indexOf('=');
  if (at < 0) return [parameter.toLowerCase(), ''];
  const value = parameter.slice(at + 1).trim();
  const bare = value.startsWith('"') ? value.slice(1, value.endsWith('"') ? -1 : undefined) : value;
  return [parameter.slice(0, at).trim().toLowerCase(), bare.replaceAll('\\"', '"')];
}

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (const [index, character] of [...text].entries()) {
    if (character === '"' && text[index - 1] !== '\\') quoted = !quoted;
    if (character === separator && !quoted) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()];
}
