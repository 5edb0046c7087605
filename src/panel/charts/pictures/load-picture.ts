import { isOnWire } from '../../../analysis/url.ts';
import type { PageAnalysis } from '../../../model/analysis.ts';
import type { ResourceRecord } from '../../../model/resources.ts';
import type { Milliseconds } from '../../../model/units.ts';
import { formatBytes, formatCount } from '../../format.ts';
import { loadMoments } from '../../state/timeline-range.ts';
import type { XyChartData, XyPoint } from '../xy-data.ts';
import { timeAxis, timeMarkers } from './time-axis.ts';

/** The time is taken in so many stretches: more cannot be told apart. */
const STRETCHES = 400;

/** The load of a page as a picture, and what there is to say of it. */
export interface LoadPicture {
  readonly chart: XyChartData;
  /** Requests that began in it. */
  readonly requests: number;
  /** Requests that began after it. */
  readonly later: number;
  /** Known bytes of its requests, and the number of those whose size is not known. */
  readonly bytes: number;
  readonly unknown: number;
  /** The most requests at once, and when that was first so. */
  readonly most: { readonly requests: number; readonly time: Milliseconds };
}

/** Requests in flight and bytes received until the load is over: its events, its paints, and what was requested before them. */
export function loadPicture(analysis: Pick<PageAnalysis, 'views' | 'loadEvents' | 'resources'>): LoadPicture {
  const moments = loadMoments(analysis);
  const requests = analysis.resources.filter(({ url }) => isOnWire(url));
  const over = loadIsOver(analysis, moments);
  const shown = requests.filter(({ startTime }) => startTime <= over);
  const end = shown.reduce(
    (latest, { startTime, duration }) => Math.max(latest, startTime + duration),
    over === Infinity ? 0 : over,
  );
  const until = Math.max(end, 10) * 1.04;
  const inFlight = requestsInFlight(shown, until);
  const most = inFlight.reduce((a, b) => (b.y > a.y ? b : a), { x: 0, y: 0 });
  const received = bytesReceived(shown, until);
  return {
    requests: shown.length,
    later: requests.length - shown.length,
    bytes: received.at(-1)?.y ?? 0,
    unknown: shown.filter(({ transferSize }) => transferSize.value === null).length,
    most: { requests: most.y, time: most.x },
    chart: {
      x: timeAxis(until),
      y: { title: 'requests', min: 0, reach: 4, whole: true, format: (count) => formatCount(count) },
      right: { min: 0, format: (bytes) => formatBytes(bytes) },
      series: [
        { label: 'Bytes received (right axis)', color: 'part-4', shape: 'steps', onRight: true, points: received },
        { label: 'Requests in flight', color: 'part-1', shape: 'steps', filled: true, points: inFlight },
      ],
      markers: timeMarkers(moments),
    },
  };
}

/** The last of the load's moments; without a load event it is still going on. */
function loadIsOver(
  { loadEvents }: Pick<PageAnalysis, 'loadEvents'>,
  moments: readonly { readonly time: Milliseconds }[],
): Milliseconds {
  return loadEvents.load === null ? Infinity : Math.max(...moments.map(({ time }) => time));
}

/**
 * How many requests were in flight: of each stretch of time the most, and how many at its end. One that took no time was never in
 * flight.
 */
function requestsInFlight(all: readonly ResourceRecord[], until: Milliseconds): readonly XyPoint[] {
  const requests = all.filter(({ duration }) => duration > 0);
  const starts = Float64Array.from(requests, ({ startTime }) => startTime).sort();
  const ends = Float64Array.from(requests, ({ startTime, duration }) => startTime + duration).sort();
  const points: XyPoint[] = [{ x: 0, y: 0 }];
  let most: XyPoint = { x: 0, y: 0 };
  let last = most;
  let stretch = 0;
  const close = () => points.push(...(most === last ? [last] : [most, last]));
  for (let started = 0, ended = 0; ended < ends.length; ) {
    const start = starts[started] ?? Infinity;
    const end = ends[ended] ?? Infinity;
    if (end <= start) ended += 1;
    else started += 1;
    const now = { x: Math.min(start, end), y: started - ended };
    const place = Math.floor((STRETCHES * now.x) / until);
    if (place !== stretch) {
      close();
      stretch = place;
      most = now;
    }
    last = now;
    if (now.y > most.y) most = now;
  }
  close();
  return points;
}

/** Known bytes, counted when the last of a response is there. */
function bytesReceived(requests: readonly ResourceRecord[], until: Milliseconds): readonly XyPoint[] {
  const counted = new Float64Array(STRETCHES);
  for (const { startTime, duration, transferSize } of requests) {
    const stretch = Math.min(STRETCHES - 1, Math.max(0, Math.ceil((STRETCHES * (startTime + duration)) / until) - 1));
    counted[stretch] = (counted[stretch] ?? 0) + (transferSize.value ?? 0);
  }
  let sum = 0;
  return [
    { x: 0, y: 0 },
    ...Array.from(counted, (bytes, index) => {
      sum += bytes;
      return { x: ((index + 1) * until) / STRETCHES, y: sum };
    }),
  ];
}
