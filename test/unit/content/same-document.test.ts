import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSameDocument } from '../../../src/content/same-document.ts';
import type { ViewRecord } from '../../../src/model/metrics.ts';

const ORIGIN = 'https://shop.example';

/** A document that can change its URL as scripts do, in a browser with or without the Navigation API. */
function aDocument({ navigation = new EventTarget() }: { readonly navigation?: EventTarget | null } = {}) {
  const windowEvents = new EventTarget();
  const location = { href: `${ORIGIN}/` };
  vi.stubGlobal('location', location);
  vi.stubGlobal('navigation', navigation ?? undefined);
  vi.stubGlobal('addEventListener', windowEvents.addEventListener.bind(windowEvents));
  const views: ViewRecord[] = [];
  const ending = new AbortController();
  const look = watchSameDocument((view) => views.push(view), ending.signal);
  return {
    views,
    look,
    ending,
    pop: () => windowEvents.dispatchEvent(new Event('popstate')),
    go(path: string, navigationType = 'push') {
      location.href = ORIGIN + path;
      navigation?.dispatchEvent(Object.assign(new Event('currententrychange'), { navigationType }));
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a same-document navigation', () => {
  it('opens a view under its URL, each with an id of its own', () => {
    const { views, go } = aDocument();
    go('/cart?item=1#top');
    vi.advanceTimersByTime(50);
    go('/', 'traverse');
    expect(views).toMatchObject([
      { viewId: 'same-document-1', kind: 'same-document', url: `${ORIGIN}/cart?item=1` },
      { viewId: 'same-document-2', kind: 'same-document', url: `${ORIGIN}/` },
    ]);
    expect((views[1]?.startTime ?? 0) - (views[0]?.startTime ?? 0)).toBe(50);
  });

  it.each([
    ['a new fragment', '/#part-two', 'push'],
    ['a replaced history entry', '/?sort=price', 'replace'],
    ['the same URL again', '/', 'push'],
  ])('is not %s', (_, path, type) => {
    const { views, go, look } = aDocument();
    go(path, type);
    look();
    expect(views).toEqual([]);
  });

  it('is found by its URL where there is no Navigation API: at popstate, or when somebody looks', () => {
    const { views, go, look, pop } = aDocument({ navigation: null });
    go('/one');
    expect(views).toEqual([]);
    look();
    go('/two');
    pop();
    expect(views.map(({ url }) => url)).toEqual([`${ORIGIN}/one`, `${ORIGIN}/two`]);
  });

  it('opens nothing after the end', () => {
    const { views, go, ending } = aDocument();
    ending.abort();
    go('/cart');
    expect(views).toEqual([]);
  });
});
