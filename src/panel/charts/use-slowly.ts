import { useEffect, useRef, useState } from 'preact/hooks';

/** How often a picture is worked out anew: a page that streams changes its figures with every frame. */
const EVERY_MS = 500;

/** What a page load came to: at once when it is first shown, and then every half second at most. */
export function useSlowly<T extends { readonly pageLoadId: string }>(value: T): T {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(performance.now());

  useEffect(() => {
    const timer = setTimeout(
      () => {
        changedAt.current = performance.now();
        setShown(() => value);
      },
      changedAt.current + EVERY_MS - performance.now(),
    );
    return () => clearTimeout(timer);
  }, [value]);

  return shown.pageLoadId === value.pageLoadId ? shown : value;
}
