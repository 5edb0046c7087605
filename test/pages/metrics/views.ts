import { PUSHED, STEP } from './layout-shifts.ts';

const TEXT = '<h1>A page</h1><p style="font-size: 60px">A large text to be painted</p>';

/** A page that moves once more each time it comes back from bfcache. */
export const RETURNS = `${TEXT}${PUSHED}
  <script>
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) known.afterPaint(() => push(${STEP}));
    });
  </script>`;

/** A page whose button goes to a route, which shows a large text and moves when the input is no longer recent. */
export const ROUTES = `<main><h1>Route one</h1></main><button>Go to route two</button>${PUSHED}
  <script>
    document.querySelector('button').onclick = async () => {
      await (await fetch('/slow.js')).text();
      history.pushState({}, '', '/route-two');
      document.querySelector('main').innerHTML = '<h1 style="font-size: 80px">Route two has a large text</h1>';
      setTimeout(push, 1000, ${STEP});
    };
  </script>`;

/** A page that has the next one prerendered. */
export const PRERENDERS = `<script type="speculationrules">
    { "prerender": [{ "urls": ["/prerendered"], "eagerness": "immediate" }] }
  </script>
  <a href="/prerendered">To the prerendered page</a>`;

/** A page that keeps what web-vitals in it measures in the origin's storage: a prerendered page is out of a driver's sight. */
export const PRERENDERED = `${TEXT}
  <script src="/web-vitals.js"></script>
  <script>
    const vitals = {};
    for (const name of ['LCP', 'FCP', 'TTFB'])
      webVitals['on' + name](({ value, navigationType }) => {
        vitals[name] = { value, navigationType };
        localStorage.setItem('vitals', JSON.stringify(vitals));
      }, { reportAllChanges: true });
  </script>`;

/** A page that moves once, around a frame that moves by itself and is not moved. */
export const AROUND_FRAME = `${PUSHED}
  <iframe src="/shifts?gap=200" title="Moves" style="position: fixed; bottom: 0; height: 150px"></iframe>
  <script>known.afterPaint(() => push(${STEP}));</script>`;
