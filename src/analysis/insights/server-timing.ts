import type { Finding } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Milliseconds } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatMs } from '../format.ts';
import { type ServerPart, serverParts } from '../resources/server-timings.ts';
import { shortUrl } from '../url.ts';
import type { InsightRule } from './insight-rule.ts';

interface Options {
  /** A part of the server's time that takes this long is to be mended. */
  readonly failFromMs: Milliseconds;
  /** Names beyond so many are left out. */
  readonly maxNames: number;
}

/** 600 ms is all that a document may take to answer: Lighthouse's threshold (core/audits/server-response-time.js). */
const DEFAULTS: Options = { failFromMs: 600, maxNames: 20 };

/** What servers said of their own time (`Server-Timing`): the document's parts first, then each name over all responses. */
export const serverTiming: InsightRule<Options> = {
  id: 'server-timing',
  title: 'Server timing',
  why: 'It says which part of a slow answer to mend: the database, the cache or the application.',
  requires: ['resource'],
  concerns: ({ initiatorType, serverTiming: told }) => initiatorType === 'navigation' || told.length > 0,
  run(page, options) {
    const { failFromMs, maxNames } = { ...DEFAULTS, ...options };
    const document = page.resources.find(({ initiatorType }) => initiatorType === 'navigation');
    const ofDocument = document === undefined ? [] : documentFindings(document, failFromMs);
    const others = page.resources.filter((resource) => resource !== document && resource.serverTiming.length > 0);
    const ofOthers = serverParts(others).slice(0, maxNames);
    const findings = [...ofDocument, ...ofOthers.map((part) => partFinding(part, failFromMs))];
    const fails = findings.some(({ severity }) => severity !== 'low');
    return { status: fails ? 'fail' : findings.length > 0 ? 'informative' : 'pass', findings };
  },
};

function documentFindings(document: ResourceRecord, failFromMs: Milliseconds): readonly Finding[] {
  const parts = serverParts([document]);
  const [longest] = parts;
  if (longest === undefined) return [];
  const listed = parts.slice(0, MAX_PARTS).map(({ name, total, descriptions }) => {
    const text = descriptions[0] === undefined ? '' : ` (${descriptions[0][0]})`;
    return `${name}${text}${total === null ? '' : ` ${formatMs(total)}`}`;
  });
  const isLong = (longest.total ?? 0) >= failFromMs;
  return [
    {
      message: `The server says of this page: ${listed.join(', ')}. ${isLong ? `Start with ${longest.name}: the page waits for it.` : 'No part of it is long.'}`,
      severity: isLong ? 'high' : 'low',
      url: document.url,
      startTime: document.startTime,
      ...(longest.total === null ? {} : { duration: longest.total }),
    },
  ];
}

/** More parts than these do not fit into a sentence. */
const MAX_PARTS = 6;

function partFinding(
  { name, count, total, p75, max, worst, descriptions }: ServerPart,
  failFromMs: Milliseconds,
): Finding {
  const isLong = (p75 ?? 0) >= failFromMs;
  const responses = count === 1 ? 'one response' : counted(count, 'response');
  const told = descriptions
    .slice(0, 3)
    .map(([text, times]) => (times === 1 ? text : `${text} ${counted(times, 'time')}`));
  const said = told.length > 0 ? ` (${told.join(', ')})` : '';
  const figures =
    total === null || p75 === null || max === null
      ? 'without a duration'
      : count === 1
        ? formatMs(total)
        : `${formatMs(total)} in all, three quarters within ${formatMs(p75)}, at most ${formatMs(max)} in ${shortUrl(worst.url)}`;
  return {
    message: `${name}${said} was named by ${responses}: ${figures}.${isLong ? ' Speed it up, or keep its result.' : ''}`,
    severity: isLong ? 'medium' : 'low',
    url: worst.url,
    startTime: worst.startTime,
    ...(max === null ? {} : { duration: max }),
  };
}
