import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** The playground on a port of its own. */
export interface Playground {
  /** The page with the pickers around panel or popup. */
  readonly url: string;
  /** The panel on a session, without the pickers around it. */
  panelUrl(session: string): string;
  /** The popup on a session. */
  popupUrl(session: string): string;
  close(): Promise<void>;
}

/** Builds the playground and serves that: a page of it is a few files, where `npm run dev` sends hundreds, each by itself. */
export async function servePlayground(): Promise<Playground> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'vitalog-playground-'));
  const shared = {
    configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir, minify: false },
  } as const;
  await build(shared);
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return {
    url,
    panelUrl: (session) => `${url}panel.html?session=${session}`,
    popupUrl: (session) => `${url}popup.html?session=${session}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
