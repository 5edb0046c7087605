import type { ComponentChildren } from 'preact';
import { usePanel } from '../state/panel-context.ts';

interface Props {
  /** Says in the style sheet how high it is while the page load grows. */
  readonly class: string;
  readonly label: string;
  /** False where what is below may move. */
  readonly isKept?: boolean;
  readonly children: ComponentChildren;
}

/**
 * What grows with a page load that is open, in a room of one height that scrolls: what is below it stays where it is. A page load that
 * has ended takes the room that it needs.
 */
export function KeptRoom({ class: name, label, isKept = true, children }: Props) {
  const { current } = usePanel();
  if (!isKept || current.value?.state !== 'open') return <div class={name}>{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll what holds no control
    <section class={`kept-room ${name}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
