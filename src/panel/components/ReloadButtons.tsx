import { usePanel } from '../state/panel-context.ts';

/** Loads the page again, as it is or with every file fetched anew, where there is a page behind the panel. */
export function ReloadButtons() {
  const { source } = usePanel();
  if (!source.reload) return null;
  return (
    <span class="reload-buttons">
      <button type="button" class="button" data-testid="reload" onClick={() => source.reload?.(false)}>
        Reload
      </button>
      <button
        type="button"
        class="button"
        data-testid="reload-uncached"
        aria-label="Reload, no cache"
        title="Reload and fetch every file anew"
        onClick={() => source.reload?.(true)}
      >
        No cache
      </button>
    </span>
  );
}
