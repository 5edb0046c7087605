import { useContext } from 'preact/hooks';
import { PagePointerContext } from './use-pointing.ts';

/** Says what became of an outline in the page: aloud for screen readers, and for everybody when there is something to do about it. */
export function PointerNote() {
  const note = useContext(PagePointerContext)?.note.value;
  return (
    <p class={note && !note.isFine ? 'pointer-note' : 'visually-hidden'} role="status" data-testid="pointer-note">
      {note?.text}
    </p>
  );
}
