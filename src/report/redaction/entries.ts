import type {
  EntryRecord,
  LayoutShiftSource,
  ResourceEntryFields,
  ScriptTiming,
  ServerTiming,
} from '../../model/entries.ts';
import type { Json } from '../../model/json.ts';
import { redactJson } from './deep.ts';
import { redactInvoker } from './invoker.ts';
import { redactObservation } from './observations.ts';
import type { Redactor } from './redactor.ts';

/** What caches answer in `Server-Timing` descriptions; other descriptions may hold anything. */
const CACHE_ANSWER = /^(?:hit|miss|stale|expired|bypass|dynamic|revalidated|updating|pass|cold|warm)$/i;

/** The entry with every string that the page or a server could have chosen redacted. */
export function redactEntry(entry: EntryRecord, redact: Redactor): EntryRecord {
  switch (entry.entryType) {
    case 'navigation': {
      const { notRestoredReasons: reasons } = entry;
      return {
        ...entry,
        ...redactResourceFields(entry, redact),
        name: redact.url(entry.name),
        type: redact.token(entry.type),
        ...(reasons === undefined ? {} : { notRestoredReasons: redactJson(reasons, redact) }),
      };
    }
    case 'resource':
      return { ...entry, ...redactResourceFields(entry, redact), name: redact.url(entry.name) };
    case 'soft-navigation': {
      const { navigationType: type } = entry;
      return {
        ...entry,
        name: redact.url(entry.name),
        ...(type === undefined ? {} : { navigationType: redact.token(type) }),
      };
    }
    case 'largest-contentful-paint':
      return { ...withName(entry, redact), ...redactPainted(entry, redact), id: redact.id(entry.id) };
    case 'interaction-contentful-paint': {
      const { id } = entry;
      const painted = { ...withName(entry, redact), ...redactPainted(entry, redact) };
      return id === undefined ? painted : { ...painted, id: redact.id(id) };
    }
    case 'element':
      return {
        ...withName(entry, redact),
        ...redactPainted(entry, redact),
        identifier: redact.id(entry.identifier),
        id: redact.id(entry.id),
      };
    case 'layout-shift':
      return { ...withName(entry, redact), sources: redactSources(entry.sources, redact) };
    case 'longtask':
      return {
        ...withName(entry, redact),
        attribution: entry.attribution.map((task) => ({
          containerType: redact.token(task.containerType),
          containerSrc: redactSource(task.containerSrc, redact),
          containerId: redact.id(task.containerId),
          containerName: redact.id(task.containerName),
        })),
      };
    case 'long-animation-frame':
      return { ...withName(entry, redact), scripts: entry.scripts.map((script) => redactScript(script, redact)) };
    case 'event':
    case 'first-input':
      return { ...withName(entry, redact), target: redact.selector(entry.target) };
    case 'mark':
    case 'measure': {
      const named = { ...entry, name: redact.name(entry.name) };
      return entry.detail === undefined ? named : { ...named, detail: redactDetail(entry.detail, redact) };
    }
    case 'paint':
    case 'visibility-state':
      return withName(entry, redact);
    default:
      return redactObservation(entry, redact);
  }
}

export function redactSources(sources: readonly LayoutShiftSource[], redact: Redactor): readonly LayoutShiftSource[] {
  return sources.map((source) => ({ ...source, node: redact.selector(source.node) }));
}

export function redactScript(script: ScriptTiming, redact: Redactor): ScriptTiming {
  return {
    ...script,
    name: redact.token(script.name),
    invoker: redactInvoker(script.invoker, redact),
    invokerType: redact.token(script.invokerType),
    windowAttribution: redact.token(script.windowAttribution),
    sourceURL: redact.url(script.sourceURL),
    sourceFunctionName: redact.name(script.sourceFunctionName),
  };
}

export function redactServerTiming(timings: readonly ServerTiming[], redact: Redactor): readonly ServerTiming[] {
  return timings.map(({ name, duration, description }) => ({
    name: redact.level === 'strict' ? redact.data(name) : redact.token(name),
    duration,
    description: CACHE_ANSWER.test(description) ? description : redact.data(description),
  }));
}

function withName<T extends { readonly name: string }>(entry: T, redact: Redactor): T {
  return { ...entry, name: redact.token(entry.name) };
}

function redactPainted<T extends { readonly url: string; readonly element: string | null }>(
  entry: T,
  redact: Redactor,
) {
  return { url: redact.url(entry.url), element: redact.selector(entry.element) };
}

function redactResourceFields(entry: ResourceEntryFields, redact: Redactor) {
  const { deliveryType, renderBlockingStatus, contentType, contentEncoding, serverTiming } = entry;
  return {
    initiatorType: redact.token(entry.initiatorType),
    nextHopProtocol: redact.token(entry.nextHopProtocol),
    ...(deliveryType === undefined ? {} : { deliveryType: redact.token(deliveryType) }),
    ...(renderBlockingStatus === undefined ? {} : { renderBlockingStatus: redact.token(renderBlockingStatus) }),
    ...(contentType === undefined ? {} : { contentType: redact.token(contentType) }),
    ...(contentEncoding === undefined ? {} : { contentEncoding: redact.token(contentEncoding) }),
    ...(serverTiming === undefined ? {} : { serverTiming: redactServerTiming(serverTiming, redact) }),
  };
}

/** A frame's `src` as its author wrote it: often relative. */
function redactSource(src: string, redact: Redactor): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(src) ? redact.url(src) : redact.text(src);
}

/** What a page attaches to its marks may be anything; its size and whether two are equal is all that stays. */
function redactDetail(detail: Json, redact: Redactor): Json {
  if (redact.level === 'raw') return redactJson(detail, redact);
  if (detail === null) return null;
  return redact.data(typeof detail === 'string' ? detail : JSON.stringify(detail));
}
