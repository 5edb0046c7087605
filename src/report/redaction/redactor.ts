import type { Selector } from '../../model/entries.ts';
import type { RedactionLevel } from '../../model/report.ts';
import type { Party } from '../../model/resources.ts';
import { holdsSecret } from './detectors.ts';
import { createHostRedactor } from './hosts.ts';
import { hideLength, hideValue } from './markers.ts';
import { isInterfaceName, redactSelector } from './selector.ts';
import type { Tagger } from './tag.ts';
import { createTextRedactor, type TextRedactor } from './text.ts';
import { createUrlRedactor } from './url.ts';

/** One function for each class of string that a report holds; what each leaves depends on the level. */
export interface Redactor {
  readonly level: RedactionLevel;
  /** An absolute URL; anything else becomes `~unparsable:<len>`. */
  readonly url: (value: string) => string;
  readonly selector: (value: Selector) => Selector;
  /** A sentence or label that may hold URLs, paths, file names and selectors. */
  readonly text: TextRedactor;
  /** The page's title. */
  readonly title: (value: string) => string;
  /** A word of a closed vocabulary (protocol, initiator type ...); anything else is hidden. */
  readonly token: (value: string) => string;
  /** A name that developers gave: of a mark, a function, a budget. */
  readonly name: (value: string) => string;
  /** The id or name of an element. */
  readonly id: (value: string) => string;
  /** Free data of the page or the server: never shown but at the raw level. */
  readonly data: (value: string) => string;
}

const TOKEN = /^[\w.+/;:= -]{0,80}$/;

/** Makes the redactor of one export. `parties` are those of the hosts (`host:port`) that the report's resources name. */
export function createRedactor(level: RedactionLevel, tag: Tagger, parties: ReadonlyMap<string, Party>): Redactor {
  const host = createHostRedactor(level, tag, parties);
  const url = createUrlRedactor(level, tag, host);
  const text = createTextRedactor(level, tag, url, host);
  if (level === 'raw') {
    const keep = <T>(value: T): T => value;
    return { level, url, text, selector: keep, title: text, token: keep, name: text, id: keep, data: text };
  }
  const data = (value: string): string => hideValue(value, tag);
  const strict = level === 'strict';
  return {
    level,
    url,
    text,
    selector: (value) => (strict || value === null ? null : redactSelector(value, tag)),
    title: (value) => (strict ? '' : hideLength(value)),
    token: (value) => (TOKEN.test(value) && !holdsSecret(value) ? value : data(value)),
    name: strict ? data : text,
    id: (value) => (!strict && isInterfaceName(value) ? value : data(value)),
    data,
  };
}
