/** Points right on what is closed and, by style, down on what is open. */
export function Chevron() {
  return (
    <svg class="chevron" viewBox="0 0 8 8" aria-hidden="true">
      <path d="M2.5 1 6 4 2.5 7" />
    </svg>
  );
}
