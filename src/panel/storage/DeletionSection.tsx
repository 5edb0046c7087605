import { useSignal } from '@preact/signals';
import type { DeletionScope } from '../../model/cache.ts';
import type { PageLoadRecord } from '../../model/page-load.ts';
import { relativeUrl } from '../state/url-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const AGES = [1, 7, 30, 90] as const;

interface Props {
  /** The page load that is shown elsewhere in the panel. */
  readonly current: PageLoadRecord | null;
  onRemove(scope: DeletionScope): void;
  onBaseline(pageLoadId: string, baseline: boolean): void;
}

/** Deletion by page load, age, and of everything; each can be undone until the panel is closed. */
export function DeletionSection({ current, onRemove, onBaseline }: Props) {
  const days = useSignal<number>(30);
  return (
    <section class="section" aria-labelledby="delete-title">
      <h2 id="delete-title">Keep and delete</h2>
      <p class="muted">
        What is deleted is hidden at once and can be had back until this panel is closed. Pinned sessions and baselines
        stay unless you delete them one by one.
      </p>
      {current === null ? (
        // Its line stays: what deletes more is not to come to where the pointer still is.
        <p class="action-row muted">No page load is shown.</p>
      ) : (
        <div class="action-row">
          <span class="ellipsis" title={current.url}>
            {relativeUrl(current.url)}
          </span>
          <label class="check">
            <input
              type="checkbox"
              checked={current.baseline}
              onChange={(event) => onBaseline(current.pageLoadId, event.currentTarget.checked)}
            />
            Keep as baseline
          </label>
          <button
            type="button"
            class="button"
            onClick={() => onRemove({ kind: 'page-loads', pageLoadIds: [current.pageLoadId] })}
          >
            Delete this page load
          </button>
        </div>
      )}
      <div class="action-row">
        <label>
          Older than{' '}
          <select
            class="select"
            value={days.value}
            onChange={(event) => (days.value = Number(event.currentTarget.value))}
          >
            {AGES.map((age) => (
              <option key={age} value={age}>
                {age === 1 ? 'a day' : `${age} days`}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button"
          onClick={() => onRemove({ kind: 'before', before: Date.now() - days.value * DAY_MS })}
        >
          Delete older
        </button>
        <button type="button" class="button danger" onClick={() => onRemove({ kind: 'all' })}>
          Delete everything
        </button>
      </div>
    </section>
  );
}
