import '../styles/menus.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Chevron } from './Chevron.tsx';

interface Props {
  readonly label: string;
  readonly testId: string;
  /** CSS pixels, where there is so much. */
  readonly width: number;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

/** Room to the panel's edges. */
const MARGIN = 8;

/** A button that opens a box of controls below it, over the rest of the panel. Escape or a click elsewhere closes it. */
export function Menu({ label, testId, width, disabled = false, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);

  function place(): void {
    if (!button.current || !box.current) return;
    const { left, bottom } = button.current.getBoundingClientRect();
    const { style } = box.current;
    const room = innerWidth - 2 * MARGIN;
    style.width = `${Math.min(width, room)}px`;
    style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - MARGIN - width))}px`;
    style.top = `${bottom + 2}px`;
    style.maxHeight = `${innerHeight - bottom - MARGIN}px`;
  }

  useEffect(() => {
    if (!isOpen) return;
    addEventListener('resize', place);
    addEventListener('keydown', closeOnEscape, true);
    return () => {
      removeEventListener('resize', place);
      removeEventListener('keydown', closeOnEscape, true);
    };
  }, [isOpen]);

  /** Wherever the focus is: what had it may have been switched off. */
  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Chrome's DevTools take an Escape of a panel to open their drawer.
    event.stopPropagation();
    box.current?.hidePopover();
    button.current?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="button menu-button"
        data-testid={testId}
        disabled={disabled}
        popovertarget={id}
      >
        {label}
        <Chevron />
      </button>
      <section
        ref={box}
        id={id}
        popover="auto"
        class="menu"
        aria-label={label}
        onBeforeToggle={place}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && children}
      </section>
    </>
  );
}
