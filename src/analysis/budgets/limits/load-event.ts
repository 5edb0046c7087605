import type { LoadEvents } from '../../../model/timeline.ts';
import { isLoad } from '../../views.ts';
import { exactly, type LimitMetric, notMeasured, takesNoArgument } from '../measurement.ts';
import { bySize } from './resources.ts';

/** `dom-content-loaded` and `load`: when the handlers of the document's event had ended, in ms from the view's start. */
export function loadEvent(name: keyof LoadEvents): LimitMetric {
  return {
    unit: 'ms',
    problem: takesNoArgument,
    measure({ view, loadEvents, resources }) {
      if (!isLoad(view)) return notMeasured('Measured for page loads only, not inside a page that is already there.');
      const moment = loadEvents[name];
      if (moment === null) return notMeasured('The page has not come so far yet.');
      const before = resources.filter(({ startTime, duration }) => startTime + duration <= moment);
      return exactly(Math.max(0, moment - view.startTime), () => bySize(before));
    },
  };
}
