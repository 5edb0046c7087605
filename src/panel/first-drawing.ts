import { computed } from '@preact/signals';
import type { Milliseconds } from '../model/units.ts';
import type { PanelState } from './state/panel-state.ts';
import { VIEWS } from './views/views.ts';

/**
 * What comes within this time feels immediate (https://web.dev/articles/rail); after it, people want to see that something is being
 * done.
 */
const AT_LATEST: Milliseconds = 100;

/**
 * Calls `draw`, once, as soon as there is something to see: the record of the page load, or why there is none. A frame without it,
 * drawn first, would be laid out and painted for nothing, and the record be on the screen later for it.
 */
export function whenDrawable(
  { session, readError, location }: Pick<PanelState, 'session' | 'readError' | 'location'>,
  draw: () => void,
): void {
  let isDrawn = false;
  const drawOnce = () => {
    if (!isDrawn) draw();
    isDrawn = true;
  };
  const isDrawable = computed(
    () => session.value !== null || readError.value !== null || VIEWS[location.value.view].standalone !== undefined,
  );
  isDrawable.subscribe((is) => {
    // Not within the change of a signal, to which an error of the drawing would be one of the change.
    if (is) queueMicrotask(drawOnce);
  });
  setTimeout(drawOnce, AT_LATEST);
}
