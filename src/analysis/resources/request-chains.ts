import type { HarRequest } from '../../model/har-request.ts';

/** A request with the answers that led to it, the first one first. */
export interface RequestChain {
  readonly request: HarRequest;
  readonly hops: readonly HarRequest[];
}

/** The requests of the network log with what redirected to each, in whatever order they come. */
export interface RequestChains {
  /** Takes a request in; answers the ids of all whose chain is another by it, its own among them. */
  add(request: HarRequest): ReadonlySet<string>;
  chainOf(id: string): RequestChain | undefined;
}

/** Browsers follow at most 20 redirects (https://fetch.spec.whatwg.org/#http-redirect-fetch); a ring among ids ends here too. */
const MAX_HOPS = 20;

export function createRequestChains(): RequestChains {
  const requests = new Map<string, HarRequest>();
  /** Ids of the requests that each answer led to: one, from a browser that tells the truth. */
  const next = new Map<string, Set<string>>();

  return {
    add(request) {
      requests.set(request.id, request);
      const { id, redirectedFrom } = request;
      if (redirectedFrom !== null) next.set(redirectedFrom, (next.get(redirectedFrom) ?? new Set()).add(id));
      const changed = new Set([id]);
      // A set is walked through to what is added meanwhile.
      for (const one of changed) for (const later of next.get(one) ?? []) changed.add(later);
      return changed;
    },
    chainOf(id) {
      const request = requests.get(id);
      if (request === undefined) return undefined;
      const hops: HarRequest[] = [];
      let before = request.redirectedFrom;
      while (before !== null && hops.length < MAX_HOPS) {
        const hop = requests.get(before);
        if (hop === undefined) break;
        hops.unshift(hop);
        before = hop.redirectedFrom;
      }
      return { request, hops };
    },
  };
}
