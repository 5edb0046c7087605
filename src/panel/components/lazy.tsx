import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first shown, or ahead of that; later it is there at once. */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
  when: 'when-shown' | 'at-once' = 'when-shown',
): ComponentType<P> {
  let known: ComponentType<P> | null = null;
  const loadOnce = async () => {
    known ??= await load();
    return known;
  };
  // What goes wrong is told when it is to be shown.
  if (when === 'at-once') loadOnce().catch(() => {});
  return function Lazy(props: P) {
    const [Loaded, setLoaded] = useState<ComponentType<P> | null>(() => known);
    const [failure, setFailure] = useState<string | null>(null);

    useEffect(() => {
      if (known) return;
      loadOnce().then(
        (component) => setLoaded(() => component),
        (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
      );
    }, []);

    if (failure !== null) {
      return (
        <p class="section" role="alert">
          This could not be loaded: {failure.replace(/\.$/, '')}. Open the panel again.
        </p>
      );
    }
    return Loaded ? <Loaded {...props} /> : <p class="muted late">Loading…</p>;
  };
}
