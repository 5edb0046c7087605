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
  readonly delivery: 'network' | 'revalidated' | 'cache';
}

interface Draft {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly isFrame: boolean;
  response?: Protocol.Network.Response;
  wireStatus?: number;
  fromMemory?: true;
  encodedDataLength?: number;
}

/** Records every request of the page's main frame from now on; the answer reads what there is, in the order of the requests. */
export async function recordNetwork(page: Page): Promise<() => readonly WireRequest[]> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const drafts = new Map<string, Draft>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other', frameId }) => {
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
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) =>
    update(requestId, { wireStatus: statusCode }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => update(requestId, { encodedDataLength }));
  await session.send('Network.enable');
  return () => [...drafts.values()].filter(({ isFrame }) => isFrame).map(wireRequest);
}

function wireRequest(draft: Draft): WireRequest {
  const { url, method, type, response } = draft;
  const delivery = deliveryOf(draft);
  return { url, method, type, status: response?.status ?? null, delivery, bodyBytes: bodyBytes(draft, delivery) };
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
