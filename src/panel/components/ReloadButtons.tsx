import { usePanel } from '../state/panel-context.ts';

/** Loads the page again, as it is or with every file fetched anew, where there is a page behind the panel. */
export function ReloadButtons() {
  const { source, followLatest } = usePanel();
  if (!source.reload) return null;

  /** Whoever reloads the page wants to see it, whatever is shown now. */
  function reload(ignoreCache: boolean): void {
    followLatest();
    source.reload?.(ignoreCache);
  }

  return (
    <span class="reload-buttons">
      <button type="button" class="button" data-testid="reload" onClick={() => reload(false)}>
        Reload
      </button>
      <button
        type="button"
        class="button"
        data-testid="reload-uncached"
        title="Reload the page and fetch every file anew, past the cache"
        onClick={() => reload(true)}
      >
        Hard reload
      </button>
    </span>
  );
}
