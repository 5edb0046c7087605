import type { RedirectHop, RequestInitiator, ResourceRecord } from '../../model/resources.ts';
import { redactServerTiming } from './entries.ts';
import type { Redactor } from './redactor.ts';

const NUMBER = /^\d{1,15}$/;
const DATE = /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|0|-1)$/;
const DIRECTIVE =
  '(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=\\d{1,12}|immutable|must-revalidate|must-understand|no-cache|no-store|no-transform|private|proxy-revalidate|public';

/**
 * What a header says when it says nothing but words of HTTP, numbers and dates; then it is kept. Any other value, and every other
 * header that the record holds (`etag`, `location`, `link` ...), may name anything: its length and tag tell that it was there.
 */
const PLAIN_HEADERS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    'accept-ranges': /^(?:bytes|none)$/,
    age: NUMBER,
    'cache-control': new RegExp(`^(?:${DIRECTIVE})(?:, ?(?:${DIRECTIVE}))*$`, 'i'),
    'content-encoding': /^(?:br|deflate|gzip|identity|zstd|dcb|dcz|x-gzip)(?:, ?(?:br|deflate|gzip|zstd))*$/i,
    'content-length': NUMBER,
    'content-type': /^(?:application|audio|font|image|text|video)\/[a-z0-9.+-]{1,40}(?:; ?charset=[\w-]{1,20})?$/i,
    expires: DATE,
    'last-modified': DATE,
    'timing-allow-origin': /^\*$/,
    vary: /^(?:\*|(?:accept|accept-encoding|accept-language|cookie|origin|user-agent)(?:, ?(?:accept|accept-encoding|accept-language|cookie|origin|user-agent))*)$/i,
  }),
);

/** The request with every string that the page or a server could have chosen redacted. */
export function redactResource(resource: ResourceRecord, redact: Redactor): ResourceRecord {
  const { entity, failure, frame, initiator, redirects, redirectedTo, responseHeaders } = resource;
  return {
    ...resource,
    url: redact.url(resource.url),
    method: tokenOrNull(resource.method, redact),
    initiatorType: redact.token(resource.initiatorType),
    initiator: initiator && redactInitiator(initiator, redact),
    failure: failure && { aborted: failure.aborted, text: tokenOrNull(failure.text, redact) },
    protocol: tokenOrNull(resource.protocol, redact),
    mimeType: tokenOrNull(resource.mimeType, redact),
    contentEncoding: tokenOrNull(resource.contentEncoding, redact),
    priority: tokenOrNull(resource.priority, redact),
    renderBlockingStatus: tokenOrNull(resource.renderBlockingStatus, redact),
    connectionId: tokenOrNull(resource.connectionId, redact),
    frame: frame === null ? null : redact.url(frame),
    // The name of the organisation would give the host away.
    entity: entity === null || redact.level === 'strict' ? null : redact.text(entity),
    serverTiming: redactServerTiming(resource.serverTiming, redact),
    responseHeaders: responseHeaders && redactHeaders(responseHeaders, redact),
    redirects: redirects?.map((hop) => redactHop(hop, redact)) ?? null,
    redirectedTo: redirectedTo === null ? null : redact.url(redirectedTo),
  };
}

export function tokenOrNull(value: string | null, redact: Redactor): string | null {
  return value === null ? null : redact.token(value);
}

function redactInitiator({ type, url, line }: RequestInitiator, redact: Redactor): RequestInitiator {
  return { type: redact.token(type), url: url === null ? null : redact.url(url), line };
}

function redactHop({ url, status, duration }: RedirectHop, redact: Redactor): RedirectHop {
  return { url: redact.url(url), status, duration };
}

function redactHeaders(headers: Readonly<Record<string, string>>, redact: Redactor): Readonly<Record<string, string>> {
  const pairs = Object.entries(headers).map(([name, value]) => {
    return [redact.token(name), PLAIN_HEADERS.get(name)?.test(value) ? value : redact.data(value)] as const;
  });
  return Object.fromEntries(pairs);
}
