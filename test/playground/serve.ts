import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** The playground on a port of its own. */
export interface Playground {
  /** The panel on a session, without the pickers around it. */
  panelUrl(session: string): string;
  close(): Promise<void>;
}

/** Serves the playground, as `npm run dev` does. */
export async function servePlayground(): Promise<Playground> {
  const configFile = fileURLToPath(new URL('./vite.config.ts', import.meta.url));
  const server = await createServer({
    configFile,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false },
  });
  await server.listen();
  const [origin = ''] = server.resolvedUrls?.local ?? [];
  return {
    panelUrl: (session) => `${origin}panel.html?session=${session}`,
    close: () => server.close(),
  };
}
