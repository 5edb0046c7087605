import { shortUrl } from '../../../analysis/url.ts';
import type { ResourceRecord, ResourceType } from '../../../model/resources.ts';
import { instant, stretch, type TraceContext, type TraceEvent } from './trace-event.ts';

const TIMELINE = 'devtools.timeline';
/** The names of Chrome's own traces (`network.mojom` and the protocol's ResourceType). */
const CHROME_TYPES: Readonly<Record<ResourceType, string>> = {
  document: 'Document',
  script: 'Script',
  stylesheet: 'Stylesheet',
  image: 'Image',
  media: 'Media',
  font: 'Font',
  other: 'Other',
};

/**
 * A request, twice: as the instants from which Chrome's Performance panel draws its network lanes, and as a stretch of its own
 * with its phases, which Perfetto draws. Sizes that are not known are left out.
 */
export function requestEvents(resource: ResourceRecord, order: number, context: TraceContext): readonly TraceEvent[] {
  const { at, index, frame } = context;
  const requestId = `${index}.${order}`;
  const start = at(resource.startTime);
  const end = at(resource.startTime + resource.duration);
  const { wait, earlyHints, download } = resource.phases;
  const response = at(resource.startTime + resource.duration - (download ?? 0));
  const sent = at(resource.startTime + resource.duration - (download ?? 0) - (earlyHints ?? 0) - (wait ?? 0));
  const known = { requestId, frame };
  const length = resource.transferSize.value === null ? {} : { encodedDataLength: resource.transferSize.value };
  return [
    instant('ResourceSendRequest', TIMELINE, start, {
      data: {
        ...known,
        url: resource.url,
        requestMethod: resource.method ?? 'GET',
        priority: resource.priority ?? 'Medium',
        resourceType: CHROME_TYPES[resource.resourceType],
        renderBlocking: resource.renderBlockingStatus === 'blocking' ? 'blocking' : 'non_blocking',
        fetchType: resource.initiatorType,
      },
    }),
    instant('ResourceReceiveResponse', TIMELINE, response, {
      data: {
        ...known,
        statusCode: resource.status ?? 0,
        mimeType: resource.mimeType ?? '',
        protocol: resource.protocol ?? '',
        fromCache: resource.delivery === 'cache',
        fromServiceWorker: resource.delivery === 'service-worker',
        ...length,
        headers: [],
        timing: chromeTiming(resource, start, sent, response),
      },
    }),
    instant('ResourceFinish', TIMELINE, end, {
      data: {
        ...known,
        didFail: resource.failure !== null,
        ...length,
        ...(resource.decodedBodySize.value === null ? {} : { decodedBodyLength: resource.decodedBodySize.value }),
        finishTime: end / 1_000_000,
      },
    }),
    ...stretch(shortUrl(resource.url), 'vitalog.network', `request ${requestId}`, [start, end], {
      url: resource.url,
      type: resource.resourceType,
      status: resource.status ?? 'unknown',
      transferSize: resource.transferSize.value ?? 'unknown',
      decodedBodySize: resource.decodedBodySize.value ?? 'unknown',
      phases: resource.phases,
      party: resource.party,
    }),
  ];
}

/** `ResourceLoadTiming` of the protocol: `requestTime` in s, the rest in ms from it, -1 for what did not occur or is hidden. */
function chromeTiming({ phases }: ResourceRecord, start: number, sent: number, response: number) {
  const ms = (moment: number) => (moment - start) / 1000;
  let from = (phases.redirect ?? 0) + (phases.queued ?? 0);
  const next = (duration: number | null): readonly [number, number] => {
    if (duration === null) return [-1, -1];
    from += duration;
    return [from - duration, from];
  };
  const [dnsStart, dnsEnd] = next(phases.dns);
  const [connectStart, tcpEnd] = next(phases.connect);
  const [sslStart, sslEnd] = next(phases.tls);
  return {
    requestTime: start / 1_000_000,
    proxyStart: -1,
    proxyEnd: -1,
    dnsStart,
    dnsEnd,
    connectStart,
    connectEnd: Math.max(tcpEnd, sslEnd),
    sslStart,
    sslEnd,
    workerStart: -1,
    workerReady: -1,
    sendStart: ms(sent),
    sendEnd: ms(sent) + (phases.request ?? 0),
    receiveHeadersStart: ms(response),
    receiveHeadersEnd: ms(response),
    pushStart: 0,
    pushEnd: 0,
  };
}
