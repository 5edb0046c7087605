import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves one page at `/` and a tiny uncacheable text everywhere else, on loopback. */
export async function servePage(html: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(({ url }, response) => {
    const page = url === '/';
    response.writeHead(200, { 'content-type': page ? 'text/html' : 'text/plain', 'cache-control': 'no-store' });
    response.end(page ? html : 'x'.repeat(50));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
