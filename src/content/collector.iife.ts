// First: web-vitals observes as soon as it is loaded.
import './deferred-observer.ts';
import { extensionVersion } from '../channel/runtime.ts';
import { claimDocument } from './claim-document.ts';
import { startCollector } from './collector.ts';
import { stopObserving } from './deferred-observer.ts';

const claimed = claimDocument(extensionVersion(), (ending) => {
  // A prerendered page may never be shown: it becomes a page load when it is.
  const page = document as Document & { readonly prerendering?: boolean };
  if (!page.prerendering) return startCollector(ending);
  document.addEventListener('prerenderingchange', () => startCollector(ending), { once: true, signal: ending.signal });
});
// web-vitals has begun to observe by being loaded.
if (!claimed) stopObserving();
