import type { Members } from '../../../har/members.ts';
import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../import-limits.ts';
import { isMoment, isNumber, isText, list, object, optional, pointerOf } from './shape.ts';

/** The log of a HAR file whose members are of their types, where they are there. */
export interface HarLogFile {
  readonly creator: Members;
  readonly browser: Members;
  readonly pages: readonly Members[];
  readonly entries: readonly Members[];
}

/** Whether a parsed file means to be a HAR. */
export function isHar(value: unknown): value is { readonly log: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'log');
}

/**
 * Takes parsed JSON for a HAR when it is one. Only what is read is looked at: browsers leave out members that HAR 1.2 demands.
 * @throws ImportError that names the first place that is wrong, as a JSON pointer.
 */
export function checkHar({ log }: { readonly log: unknown }): HarLogFile {
  const { version, entries } = (log ?? {}) as Members;
  if (typeof version === 'string' && Number.parseInt(version, 10) > NEWEST_MAJOR) {
    throw new ImportError(
      `The file is HAR ${version.slice(0, 20)}; this Vitalog reads HAR up to 1.x. Update Vitalog, or save it as HAR 1.2.`,
    );
  }
  if (Array.isArray(entries) && entries.length > IMPORT_LIMITS.harEntries) {
    throw new ImportError(
      `The file holds ${entries.length} requests; at most ${IMPORT_LIMITS.harEntries} can be opened. Save fewer pages.`,
    );
  }
  const wrong = FILE({ log });
  if (wrong !== null) {
    throw new ImportError(`The file is no valid HAR: ${pointerOf(wrong)} ${wrong.problem}. It was not opened.`);
  }
  const { creator, browser, pages } = log as Members;
  return {
    creator: (creator ?? {}) as Members,
    browser: (browser ?? {}) as Members,
    pages: (pages ?? []) as readonly Members[],
    entries: entries as readonly Members[],
  };
}

const NEWEST_MAJOR = 1;

const NAMED = optional(object({ name: optional(isText), version: optional(isText) }));

const HEADERS = optional(list(object({ name: isText, value: optional(isText) })));

const PAGE = object({
  id: isText,
  startedDateTime: isMoment,
  title: optional(isText),
  pageTimings: optional(object({ onContentLoad: optional(isNumber), onLoad: optional(isNumber) })),
});

const ENTRY = object({
  pageref: optional(isText),
  startedDateTime: isMoment,
  time: optional(isNumber),
  request: object({ url: isText, method: optional(isText) }),
  response: optional(
    object({
      status: optional(isNumber),
      httpVersion: optional(isText),
      headers: HEADERS,
      redirectURL: optional(isText),
      headersSize: optional(isNumber),
      bodySize: optional(isNumber),
      content: optional(object({ size: optional(isNumber), mimeType: optional(isText) })),
    }),
  ),
  timings: optional(
    object({
      blocked: optional(isNumber),
      dns: optional(isNumber),
      connect: optional(isNumber),
      ssl: optional(isNumber),
      send: optional(isNumber),
      wait: optional(isNumber),
      receive: optional(isNumber),
    }),
  ),
});

const FILE = object({
  log: object({
    version: optional(isText),
    creator: NAMED,
    browser: NAMED,
    pages: optional(list(PAGE)),
    entries: list(ENTRY),
  }),
});
