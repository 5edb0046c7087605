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
  const cancel = useRef<HTMLButtonElement>(null);
  const forgotten = site.forgotten.value;

  // The press that asks must not be half of the press that deletes.
  useEffect(() => {
    if (asked.value !== null) cancel.current?.focus();
  }, [asked.value]);

  if (forgotten?.origin === origin) {
    return (
      <p class="popup-forgotten" role="status">
        {pageLoads(forgotten.pageLoads)} deleted. What is open is recorded again when it is loaded anew.
      </p>
    );
  }
  if (asked.value === null) {
    return (
      <button
        type="button"
        class="button"
        onClick={async () => {
          asked.value = await site.count(origin);
        }}
      >
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
        <button type="button" class="button button-danger" onClick={() => site.forget(origin)}>
          Delete
        </button>
        <button
          type="button"
          class="button"
          ref={cancel}
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
