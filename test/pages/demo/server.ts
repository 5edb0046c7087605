import { startAssetServer } from '../asset-server.ts';
import { otherAssets, shopAssets } from './assets.ts';

/** The demo shop, running. */
export interface Demo {
  /** Origin of the shop, without a slash at the end. */
  readonly url: string;
  /** Second origin: the same host on another port. */
  readonly otherUrl: string;
  /** Absolute URLs of the shop's pages, in the order in which a customer sees them. */
  readonly pages: readonly string[];
  /** Serves a release from now on whose bundle is so many times as large, under another name. */
  growBundle(growth: number): void;
  close(): Promise<void>;
}

/**
 * Serves the demo shop on the loopback interface: three pages with the known faults of `faults.ts`, a second origin and a
 * client-side route. `port` is that of the shop, the next one that of the second origin; left out, the system picks both.
 * Rejects when a port is taken.
 */
export async function startDemo(options: { readonly port?: number } = {}): Promise<Demo> {
  const { port } = options;
  const badges = otherAssets();
  const other = await startAssetServer((url) => badges.get(url.pathname), port === undefined ? 0 : port + 1);
  try {
    let files = shopAssets(other.url);
    const shop = await startAssetServer((url) => files.get(url.pathname), port);
    return {
      url: shop.url,
      otherUrl: other.url,
      pages: ['/', '/product/copper-kettle', '/cart'].map((path) => shop.url + path),
      growBundle(growth) {
        files = shopAssets(other.url, growth);
      },
      async close() {
        await Promise.all([shop.close(), other.close()]);
      },
    };
  } catch (error) {
    await other.close();
    throw error;
  }
}
