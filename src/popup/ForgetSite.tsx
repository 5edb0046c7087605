import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SiteState } from './site-state.ts';

interface Props {
  readonly site: SiteState;
  readonly origin: string;
}

/** Deletes what is stored of a site, after asking once. */
export function ForgetSite({ site, origin }: Props) {
  /** Page loads that the question is about; null while it is not asked. */
  const asked = useSignal<number | null>(null);
  /** What takes the place of the button that was pressed: it has the focus next. */
  const next = useRef<HTMLElement | null>(null);
  const wasPressed = useRef(false);
  const forgotten = site.forgotten.value;

  useEffect(() => {
    if (wasPressed.current) next.current?.focus();
  }, [asked.value, forgotten]);

  /** Not the button that deletes: the press that asks must not be half of it. */
  function focusNext(node: HTMLElement | null): void {
    if (node) next.current = node;
  }

  async function ask(): Promise<void> {
    wasPressed.current = true;
    asked.value = await site.count(origin);
  }

  if (forgotten?.origin === origin) {
    return (
      <p class="popup-forgotten" role="status" tabIndex={-1} ref={focusNext}>
        {pageLoads(forgotten.pageLoads)} deleted. What is open is recorded again when it is loaded anew.
      </p>
    );
  }
  if (asked.value === null) {
    return (
      <button type="button" class="button" ref={focusNext} onClick={() => void ask()}>
        Forget this site…
      </button>
    );
  }
  return (
    <fieldset class="popup-question">
      <legend>
        Delete {pageLoads(asked.value)} of {origin} from this browser? It cannot be undone.
      </legend>
      <div class="popup-actions">
        <button type="button" class="button danger" onClick={() => site.forget(origin)}>
          Delete
        </button>
        <button
          type="button"
          class="button"
          ref={focusNext}
          onClick={() => {
            asked.value = null;
          }}
        >
          Cancel
        </button>
      </div>
    </fieldset>
  );
}

function pageLoads(count: number): string {
  return `${count} ${count === 1 ? 'page load' : 'page loads'}`;
}
