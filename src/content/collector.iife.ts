// First: web-vitals observes as soon as it is loaded.
import './deferred-observer.ts';
import { startCollector } from './collector.ts';

const STARTED = Symbol.for('vitalog.collector');

// A global of the isolated world, which the page cannot see: one collector a document, also when injected twice.
const world = globalThis as { [STARTED]?: true };

if (!world[STARTED]) {
  world[STARTED] = true;
  // A prerendered page may never be shown: it becomes a page load when it is.
  const page = document as Document & { readonly prerendering?: boolean };
  if (page.prerendering) document.addEventListener('prerenderingchange', startCollector, { once: true });
  else startCollector();
}
