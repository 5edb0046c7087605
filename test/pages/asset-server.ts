import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Asset, asset, type Caching } from './asset.ts';

/** A running server: its origin, without a slash at the end. */
export interface AssetServer {
  readonly url: string;
  close(): Promise<void>;
}

const CACHE_CONTROL: Readonly<Record<Caching, string>> = {
  immutable: 'public, max-age=31536000, immutable',
  revalidate: 'no-cache',
  'no-store': 'no-store',
};

const NOT_FOUND = asset('text/plain; charset=utf-8', 'There is no such file here.\n', { status: 404 });

/** What goes over the wire for an asset, made once. */
interface Payload {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Serves assets on 127.0.0.1 at `port` (0: one that is free). `find` gets the request's URL; undefined is a 404. The same
 * asset gives the same bytes in each run: no Date header, no clock but `delay`. Rejects when the port is taken.
 */
export async function startAssetServer(find: (url: URL) => Asset | undefined, port = 0): Promise<AssetServer> {
  const payloads = new WeakMap<Asset, Payload>();
  const payloadOf = (found: Asset): Payload => {
    const payload = payloads.get(found) ?? makePayload(found);
    payloads.set(found, payload);
    return payload;
  };
  const waiting = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    const found = find(new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`)) ?? NOT_FOUND;
    const timer = setTimeout(() => {
      waiting.delete(timer);
      answer(request, response, found, payloadOf(found));
    }, found.delay);
    waiting.add(timer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fixture server has no TCP port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      for (const timer of waiting) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function makePayload({ type, body, caching, compress, headers }: Asset): Payload {
  const bytes = Buffer.from(body);
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const sent = compress ? gzipSync(bytes, { level: 6 }) : bytes;
  return {
    body: sent,
    headers: {
      'content-type': type,
      'content-length': String(sent.length),
      'cache-control': CACHE_CONTROL[caching],
      ...(compress ? { 'content-encoding': 'gzip' } : {}),
      ...(caching === 'no-store' ? {} : { etag }),
      ...headers,
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, { status }: Asset, payload: Payload): void {
  response.sendDate = false;
  const { 'content-length': _, ...headersWithoutBody } = payload.headers;
  const { etag } = payload.headers;
  if (etag !== undefined && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headersWithoutBody).end();
    return;
  }
  response.writeHead(status, payload.headers).end(request.method === 'HEAD' ? undefined : payload.body);
}
