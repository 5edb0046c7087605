import type { Tone } from '../state/tone.ts';
import { Mark } from './Mark.tsx';

/** A word with the shape and colour of its tone. */
export function ToneLabel({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return (
    <span class="tone" data-tone={tone}>
      <Mark tone={tone} />
      {text}
    </span>
  );
}
