import { type Asset, asset, CSS, HTML, JAVASCRIPT, JSON_TYPE, SVG } from '../asset.ts';
import { deliveryZones } from './generate/delivery-zones.ts';
import { heroImage } from './generate/hero-image.ts';
import { mainScript } from './generate/main-script.ts';
import { priceTagFont } from './generate/price-tag-font.ts';
import { siteText } from './site-text.ts';

/** Path of the bundle, named as a build tool would: the hash is the start of its text's SHA-256. */
export const MAIN_SCRIPT_PATH = '/assets/main-3b6c141b.js';

/**
 * Every file of the shop's own origin by path. `otherUrl` is the origin that the cart page takes its badges from, `growth` how many
 * times as large as usual the bundle is.
 */
export function shopAssets(otherUrl: string, growth = 1): ReadonlyMap<string, Asset> {
  // As a build tool would: another text, another name.
  const main = growth === 1 ? MAIN_SCRIPT_PATH : `/assets/main-${Math.round(growth * 1e7)}.js`;
  const product = page('product.html', otherUrl, main);
  return new Map([
    ['/', page('home.html', otherUrl, main)],
    ['/product/copper-kettle', product],
    ['/product/copper-kettle/reviews', product], // the client-side route survives a reload
    ['/cart', page('cart.html', otherUrl, main)],
    [main, asset(JAVASCRIPT, mainScript(growth))],
    ['/assets/shop.js', asset(JAVASCRIPT, siteText('shop.js'))],
    // Asked for again at each load, so that the banner is late at each load. Not slow: that starts at 2 s.
    ['/assets/promo.js', asset(JAVASCRIPT, siteText('promo.js'), { delay: 1000, caching: 'revalidate' })],
    ['/assets/site.css', asset(CSS, siteText('site.css'), { caching: 'no-store' })],
    ['/assets/fonts.css', asset(CSS, siteText('fonts.css'))],
    ['/fonts/price-tag.ttf', asset('font/ttf', priceTagFont())],
    ['/images/hero.png', asset('image/png', heroImage(), { compress: false })],
    ...['favicon', 'kettle', 'teapot', 'tin', 'cup'].map(picture),
    [
      '/api/recommendations',
      asset(JSON_TYPE, siteText('recommendations.json'), { delay: 2400, caching: 'revalidate' }),
    ],
    ['/data/delivery-zones.json', asset(JSON_TYPE, deliveryZones(), { compress: false })],
  ]);
}

/** The files of the second origin: one says who may see its timing, the other does not. */
export function otherAssets(): ReadonlyMap<string, Asset> {
  return new Map([
    ['/badges/secure-payment.svg', asset(SVG, siteText('secure-payment.svg'))],
    ['/badges/fair-trade.svg', asset(SVG, siteText('fair-trade.svg'), { headers: { 'timing-allow-origin': '*' } })],
  ]);
}

function page(file: string, otherUrl: string, main: string): Asset {
  const body = siteText(file).replaceAll('{{main}}', main).replaceAll('{{other}}', otherUrl);
  return asset(HTML, body, { caching: 'revalidate' });
}

function picture(name: string): [string, Asset] {
  return [`/images/${name}.svg`, asset(SVG, siteText(`${name}.svg`))];
}
