import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose code is loaded when it is first shown. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Lazy(props: P) {
    const [Loaded, setLoaded] = useState<ComponentType<P> | null>(null);
    const [failure, setFailure] = useState<string | null>(null);

    useEffect(() => {
      load().then(
        (component) => setLoaded(() => component),
        (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
      );
    }, []);

    if (failure !== null) return <p role="alert">This could not be loaded: {failure}. Open the panel again.</p>;
    return Loaded ? <Loaded {...props} /> : <p class="muted late">Loading…</p>;
  };
}
