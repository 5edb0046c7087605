import { formatCount } from '../format.ts';

interface Props {
  readonly shown: number;
  readonly total: number;
  /** How many more are shown by a click. */
  readonly step: number;
  onMore(shown: number): void;
}

/** What shows more of a long list, where there is more. */
export function MoreButton({ shown, total, step, onMore }: Props) {
  const hidden = total - shown;
  if (hidden <= 0) return null;
  return (
    <button type="button" class="text-button more-button" onClick={() => onMore(shown + step)}>
      {hidden <= step ? `Show ${hidden} more` : `Show ${step} more of ${formatCount(hidden)}`}
    </button>
  );
}
