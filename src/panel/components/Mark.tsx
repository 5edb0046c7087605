import type { Tone } from '../state/tone.ts';

/** A shape for a tone, for those who do not see its colour. The word beside it names it, so it is hidden from the reader. */
export function Mark({ tone }: { readonly tone: Tone }) {
  return (
    <svg class="mark" data-tone={tone} viewBox="0 0 10 10" aria-hidden="true">
      <path d={SHAPES[tone]} />
    </svg>
  );
}

const SHAPES: Record<Tone, string> = {
  good: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  warn: 'M1 1h8v8h-8z',
  error: 'M5 .3 10 9.7H0z',
  none: 'M5 0a5 5 0 1 1 0 10a5 5 0 1 1 0-10zm0 1.7a3.3 3.3 0 1 0 0 6.6a3.3 3.3 0 1 0 0-6.6z',
};
