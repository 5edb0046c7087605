import { NO_PHASES } from '../../../analysis/resources/phases.ts';
import { address, asMembers, type Members, natural, word } from '../../../har/members.ts';
import type { Delivery, ResourceRecord } from '../../../model/resources.ts';
import { RESOURCE_TYPES } from '../../../model/resources.ts';
import { type Size, UNKNOWN_SIZE } from '../../../model/size.ts';
import { HIDDEN_PHASES } from '../../writers/har/har-timings.ts';

type Told = Partial<ResourceRecord>;

/** What an entry tells beyond HAR 1.2 of the record that it becomes: render blocking from several tools, the rest from ours. */
export function toldValues(entry: Members, isOurs: boolean): Told {
  const blocking = word(entry._renderBlocking);
  return {
    ...(blocking === null ? {} : { renderBlockingStatus: blocking }),
    ...(isOurs ? ownValues(entry) : {}),
  };
}

/** Values that we wrote as they were known, and that reading the entry as a browser's would change. */
function ownValues(entry: Members): Told {
  const { _resourceType, _initiatorType, _party, _redirectTime } = entry;
  const request = asMembers(entry.request);
  const response = asMembers(entry.response);
  const type = RESOURCE_TYPES.find((known) => known === _resourceType);
  const initiatorType = word(_initiatorType);
  return {
    ...(type === undefined ? {} : { resourceType: type }),
    ...(initiatorType === null ? {} : { initiatorType }),
    ...(_party === 'first' || _party === 'third' ? { party: _party, entity: word(entry._entity) } : {}),
    ...('comment' in request ? { method: null } : {}),
    connectionId: word(entry.connection),
    delivery: DELIVERIES.find((known) => known === entry._delivery) ?? 'unknown',
    contentEncoding: word(entry._contentEncoding),
    frame: address(entry._frame),
    opaque: entry._opaque === true,
    ...timesOf(entry, natural(_redirectTime)),
    transferSize: sizeOf(response._transferSize),
    encodedBodySize: sizeOf(response.bodySize),
    decodedBodySize: sizeOf(asMembers(response.content).size),
  };
}

/** Of an entry whose phases were hidden, waiting stands for them all. */
function timesOf(entry: Members, redirect: number | null): Pick<Told, 'phases' | 'duration'> {
  const timings = asMembers(entry.timings);
  const duration = (natural(entry.time) ?? 0) + (redirect ?? 0);
  if (timings.comment === HIDDEN_PHASES) return { duration, phases: { ...NO_PHASES, redirect } };
  const part = (name: string) => natural(timings[name]) || null;
  const tls = part('ssl');
  const connect = part('connect');
  return {
    duration,
    phases: {
      redirect,
      queued: part('blocked'),
      dns: part('dns'),
      connect: connect === null ? null : connect - (tls ?? 0) || null,
      tls,
      request: part('send'),
      wait: part('wait'),
      earlyHints: null,
      download: part('receive'),
    },
  };
}

const DELIVERIES: readonly Delivery[] = ['network', 'cache', 'revalidated', 'service-worker', 'unknown'];

function sizeOf(value: unknown): Size {
  const known = natural(value);
  return known === null ? UNKNOWN_SIZE : { value: known, source: 'har' };
}
