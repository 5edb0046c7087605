import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../state/panel-context.ts';
import '../styles/kept-room.css';

interface Props {
  /** Says in the style sheet how low and how high it may be while the page load grows (`min-height`, `--most`). */
  readonly class: string;
  readonly label: string;
  /** False where what is below may move. */
  readonly isKept?: boolean;
  readonly children: ComponentChildren;
}

/**
 * What grows with a page load that is open, in a room of one height that scrolls: what is below it stays where it is. It is as high as
 * what it held when that was first complete. A page load that has ended takes the room that it needs.
 */
export function KeptRoom({ class: name, label, isKept = true, children }: Props) {
  const { current, settled } = usePanel();
  const ref = useRef<HTMLElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  const isRoom = isKept && current.value?.state === 'open';
  const isComplete = settled.value;

  useLayoutEffect(() => {
    const needed = ref.current?.scrollHeight ?? 0;
    if (isComplete && needed > 0) setHeight((known) => known ?? needed);
  }, [isRoom, isComplete]);

  if (!isRoom) return <div class={name}>{children}</div>;
  const style = height === null ? {} : { height: `min(${height}px, var(--most))` };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll what holds no control
    <section ref={ref} class={`kept-room ${name}`} style={style} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
