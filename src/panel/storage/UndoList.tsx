import type { Deleted } from './store-changes.ts';

interface Props {
  readonly deleted: readonly Deleted[];
  readonly failure: string | null;
  onRetry(): void;
}

/** What was deleted, each with the way back, and what could not be done. */
export function UndoList({ deleted, failure, onRetry }: Props) {
  return (
    <div role="status">
      {failure !== null && (
        <div class="notice" data-tone="error">
          <p>That was not done: {failure}</p>
          <button type="button" class="button" onClick={onRetry}>
            Try again
          </button>
        </div>
      )}
      {deleted.map((entry) => (
        <div class="notice" key={entry} data-testid="deleted">
          <p>{entry.text} It is gone for good when this panel is closed.</p>
          <button type="button" class="button" onClick={() => void entry.undo()}>
            Undo
          </button>
        </div>
      ))}
    </div>
  );
}
