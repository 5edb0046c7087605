import type { Page, Protocol } from 'puppeteer';

/** One request as the DevTools protocol's Network domain saw it: the truth from outside of the page. */
export interface WireRequest {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  /** What the page got; 200 also when the server answered 304. Null: no answer yet. */
  readonly status: number | null;
  /** Body bytes that came over the wire: 0 from a cache and for a 304. Null: not finished. */
  readonly bodyBytes: number | null;
  /** What the server answered: 304 where it did. Null: nothing, as from a cache that answered instead. */
  readonly wireStatus: number | null;
  /** Bytes that came over the wire, headers included. Null: not finished, or not told. */
  readonly totalBytes: number | null;
  readonly delivery: 'network' | 'revalidated' | 'cache';
}

interface Draft {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly isFrame: boolean;
  response?: Protocol.Network.Response;
  readonly wireStatus?: number | null;
  fromMemory?: true;
  encodedDataLength?: number;
}

/** Records every request of the page's main frame from now on; the answer reads what there is, in the order of the requests. */
export async function recordNetwork(page: Page): Promise<() => readonly WireRequest[]> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const drafts = new Map<string, Draft>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other', frameId, redirectResponse }) => {
    const hop = drafts.get(requestId);
    if (hop && redirectResponse) {
      const { encodedDataLength } = redirectResponse;
      drafts.set(`${requestId}, redirected ${drafts.size}`, { ...hop, response: redirectResponse, encodedDataLength });
    }
    // A preflight carries no frame.
    const isFrame = frameId === undefined || frameId === frameTree.frame.id;
    drafts.set(requestId, { url: request.url, method: request.method, type, isFrame });
  });
  const update = (requestId: string, change: Partial<Draft>) => {
    const draft = drafts.get(requestId);
    if (draft) Object.assign(draft, change);
  };
  session.on('Network.requestServedFromCache', ({ requestId }) => update(requestId, { fromMemory: true }));
  session.on('Network.responseReceived', ({ requestId, response }) => update(requestId, { response }));
  // May come before the request itself is told of.
  const wireStatuses = new Map<string, number>();
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    wireStatuses.set(requestId, statusCode);
  });
  session.on('Network.loadingFailed', ({ requestId }) => update(requestId, { encodedDataLength: 0 }));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => update(requestId, { encodedDataLength }));
  await session.send('Network.enable');
  return () =>
    [...drafts]
      .filter(([, { isFrame }]) => isFrame)
      .map(([requestId, draft]) => wireRequest({ ...draft, wireStatus: wireStatuses.get(requestId) ?? null }));
}

function wireRequest(draft: Draft): WireRequest {
  const { url, method, type, response } = draft;
  const delivery = deliveryOf(draft);
  const status = response?.status ?? null;
  return {
    url,
    method,
    type,
    status,
    wireStatus: draft.wireStatus === 304 ? 304 : status,
    totalBytes: totalBytes(draft, delivery),
    delivery,
    bodyBytes: bodyBytes(draft, delivery),
  };
}

/** The browser counts nothing for a preflight, and of what is not fetched over HTTP nothing is on the wire. */
function totalBytes({ url, method, encodedDataLength }: Draft, delivery: WireRequest['delivery']): number | null {
  if (delivery === 'cache' || !/^https?:/.test(url)) return 0;
  return method === 'OPTIONS' ? null : (encodedDataLength ?? null);
}

function deliveryOf({ response, fromMemory, wireStatus }: Draft): WireRequest['delivery'] {
  if (fromMemory || response?.fromDiskCache) return 'cache';
  return wireStatus === 304 ? 'revalidated' : 'network';
}

/**
 * The total of a finished request less its headers, whose length the response event tells. Measured in Chromium 156: the total of
 * an image that failed (404) is its body alone.
 */
function bodyBytes({ response, encodedDataLength, type }: Draft, delivery: WireRequest['delivery']): number | null {
  if (encodedDataLength === undefined || response === undefined) return null;
  if (delivery !== 'network') return 0;
  const isFailedImage = type === 'Image' && response.status >= 400;
  return isFailedImage ? encodedDataLength : encodedDataLength - response.encodedDataLength;
}
