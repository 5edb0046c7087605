import type { Asset } from './asset.ts';
import { startAssetServer } from './asset-server.ts';
import type { InsightPage, Site } from './insight-page.ts';

/** The fixture pages' server. */
export interface InsightServer {
  /** Serves a page on hosts of its own; `name` tells them from every other page's. */
  add(name: string, page: InsightPage): Site;
  close(): Promise<void>;
}

/** Separates the name of another host from that of the page. */
const OF = '--';

/**
 * One server for the hosts of all fixture pages. Browsers look for every name under `localhost` on this machine
 * (https://www.rfc-editor.org/rfc/rfc6761#section-6.3), and each is a site of its own to them.
 */
export async function startInsightServer(): Promise<InsightServer> {
  const answers = new Map<string, Readonly<Record<string, Asset>>>();
  const server = await startAssetServer(({ hostname, pathname, search }) => {
    const label = hostname.replace(/\.localhost$/, '');
    const [host = '', name] = label.includes(OF) ? label.split(OF) : ['', label];
    const files = answers.get(name ?? '');
    return files?.[`${host}${pathname}${search}`] ?? files?.[`${host}${pathname}`];
  });
  const { port } = new URL(server.url);
  return {
    add(name, page) {
      const site: Site = {
        origin: `http://${name}.localhost:${port}`,
        at: (host) => `http://${host}${OF}${name}.localhost:${port}`,
      };
      answers.set(name, page.serve(site));
      return site;
    },
    close: server.close,
  };
}
