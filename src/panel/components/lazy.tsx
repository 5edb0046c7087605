import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component that can have its code loaded ahead of being shown. */
export type LazyComponent<P> = FunctionComponent<P> & { readonly ahead: () => void };

/** A component whose code is loaded when it is first shown, or ahead of that; later it is there at once. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): LazyComponent<P> {
  let known: ComponentType<P> | null = null;
  const loadOnce = async () => {
    known ??= await load();
    return known;
  };
  function Lazy(props: P) {
    const [Loaded, setLoaded] = useState<ComponentType<P> | null>(() => known);
    const [failure, setFailure] = useState<string | null>(null);

    useEffect(() => {
      // Not `known`: the code may have come since this was first drawn without it.
      if (Loaded) return;
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
  }

  // What goes wrong is told when it is to be shown.
  return Object.assign(Lazy, { ahead: () => void loadOnce().catch(() => {}) });
}
