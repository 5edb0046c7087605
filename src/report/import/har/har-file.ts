import type { HarWriter } from '../../../har/har-sizes.ts';
import { asMembers, type Members, word } from '../../../har/members.ts';
import type { BrowserInfo } from '../../../model/page-load.ts';
import type { RedactionLevel } from '../../../model/report.ts';
import { GENERATOR_NAME } from '../../generator-name.ts';
import type { HarLogFile } from './check-har.ts';

/** What a HAR file as a whole says of every page in it. */
export interface HarFile {
  readonly creator: { readonly name: string; readonly version: string };
  readonly browser: BrowserInfo;
  readonly writer: HarWriter;
  /** Written by Vitalog, so that its own members mean what they meant. */
  readonly isOurs: boolean;
  /** What the file says of its own redaction; `raw` for all but ours. */
  readonly level: RedactionLevel;
}

export function harFileOf(log: Pick<HarLogFile, 'creator' | 'browser' | 'entries'>): HarFile {
  const creator = named(log.creator);
  const isOurs = creator.name === GENERATOR_NAME;
  return {
    creator,
    browser: browserOf(named(log.browser), agentOf(log.entries)),
    writer: isOurs ? 'chromium' : writerOf(creator.name),
    isOurs,
    level: isOurs ? levelIn(log.creator.comment) : 'raw',
  };
}

function named({ name, version }: Members): { readonly name: string; readonly version: string } {
  return { name: word(name) ?? 'unknown', version: word(version) ?? '' };
}

/** Firefox names itself; Chromium names its DevTools and no browser, but its requests do. */
function browserOf(told: BrowserInfo, agent: string): BrowserInfo {
  if (told.name !== 'unknown') return { name: told.name, version: told.version || 'unknown' };
  for (const [name, pattern] of AGENTS) {
    const version = pattern.exec(agent)?.[1];
    if (version !== undefined) return { name, version };
  }
  return { name: 'unknown', version: 'unknown' };
}

/** Of the first that fits: Edge names Chrome too, and Chrome Safari. */
const AGENTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Chrome', /\b(?:Headless)?Chrome\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+) .*Safari\//],
];

/** The `User-Agent` of the first request; of a request's headers this alone is looked at, and no more kept than the browser's name. */
function agentOf(entries: readonly Members[]): string {
  const { headers } = asMembers(entries[0]?.request);
  const list: readonly unknown[] = Array.isArray(headers) ? headers : [];
  const agent = list.map(asMembers).find(({ name }) => String(name).toLowerCase() === 'user-agent');
  return word(agent?.value) ?? '';
}

/** The name of Chromium's DevTools in the HARs that they save is WebInspector, as is Safari's. */
function writerOf(creator: string): HarWriter {
  if (/^firefox\b/i.test(creator)) return 'firefox';
  return creator === 'WebInspector' ? 'chromium' : 'other';
}

function levelIn(comment: unknown): RedactionLevel {
  const told = typeof comment === 'string' ? /^Redaction level: (\w+)\.$/.exec(comment)?.[1] : undefined;
  return told === 'default' || told === 'strict' ? told : 'raw';
}
