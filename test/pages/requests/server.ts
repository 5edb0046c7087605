import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AssetServer } from '../asset-server.ts';
import { BEFORE_HTML, requestsHtml } from './page.ts';
import { SERVICE_WORKER } from './service-worker.ts';

/** A server of a page that makes requests of every kind, and of what they ask for. */
export interface RequestsServer extends AssetServer {
  /** The page; `other` is the origin of another such server. It says in `data-done` when all its requests are over. */
  page(other: string): string;
  /** A page that leaves some of its images in the memory cache. */
  readonly before: string;
}

type Answer = (request: IncomingMessage, response: ServerResponse, name: string) => void;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What is answered below each first segment of a path; `name` is the rest. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  immutable: (_, response, name) => send(response, name, { 'cache-control': 'public, max-age=31536000, immutable' }),
  revalidate: (request, response, name) => {
    const headers = { 'cache-control': 'no-cache', etag: '"1"' };
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304, headers).end();
    else send(response, name, headers);
  },
  'no-store': (_, response, name) => send(response, name, { 'cache-control': 'no-store' }),
  redirect(_, response, name) {
    const [hops = '1', ...rest] = name.split('/');
    const left = Number(hops) - 1;
    const location = left > 0 ? `/redirect/${left}/${rest.join('/')}` : `/no-store/${rest.join('/')}`;
    response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
  },
  status(_, response, name) {
    const status = Number.parseInt(name, 10);
    response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
    response.end(status === 204 ? undefined : `status ${status}\n`);
  },
  stream(_, response) {
    response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
    const parts = ['one\n', 'two\n', 'three\n'];
    const next = () => {
      const part = parts.shift();
      if (part === undefined) response.end();
      else response.write(part, () => setTimeout(next, 5));
    };
    next();
  },
  refuse: (_, response) => void response.destroy(),
  // Never answered: the page gives it up.
  hang: () => {},
  opaque: (_, response, name) => send(response, name, { 'cache-control': 'no-store' }),
  timed: (_, response, name) => send(response, name, { 'cache-control': 'no-store', 'timing-allow-origin': '*' }),
  shared: (_, response, name) =>
    send(response, name, {
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'timing-allow-origin': '*',
    }),
};

/** Starts the server on the loopback interface, on a port of the system's choice. */
export async function startRequestsServer(): Promise<RequestsServer> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, kind = '', ...rest] = pathname.split('/');
    response.sendDate = false;
    if (kind === 'page') sendPage(response, requestsHtml(searchParams.get('other') ?? ''));
    else if (kind === 'before') sendPage(response, BEFORE_HTML);
    else if (kind === 'worker.js') send(response, 'worker.js', { 'cache-control': 'no-store' }, SERVICE_WORKER);
    else (ANSWERS[kind] ?? ANSWERS.status)?.(request, response, ANSWERS[kind] ? rest.join('/') : '404');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP port.');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    before: `${url}/before`,
    page: (other) => `${url}/page?${new URLSearchParams({ other })}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendPage(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

function send(response: ServerResponse, name: string, headers: Readonly<Record<string, string>>, text?: string): void {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const [type, body] = bodyOf(extension, name);
  const sent = text ?? body;
  response.writeHead(200, { 'content-type': type, 'content-length': String(Buffer.byteLength(sent)), ...headers });
  response.end(sent);
}

function bodyOf(extension: string, name: string): readonly [type: string, body: Buffer | string] {
  switch (extension) {
    case 'png':
      return ['image/png', PNG];
    case 'js':
      return ['text/javascript', `globalThis.loaded = ${JSON.stringify(name)};\n`];
    case 'css':
      return ['text/css', `.${name.replace(/\W/g, '-')} { color: red }\n`];
    default:
      return ['text/plain', `${name}\n`];
  }
}
