import { useMemo, useState } from 'preact/hooks';
import { shiftExplainer } from '../../analysis/timeline/explain-shift.ts';
import { arrivals } from '../../analysis/timeline/shift-evidence.ts';
import { scorePicture } from '../charts/pictures/score-picture.ts';
import { useSlowly } from '../charts/use-slowly.ts';
import { XyChart } from '../charts/XyChart.tsx';
import { Measured } from '../components/Measured.tsx';
import { MoreButton } from '../components/MoreButton.tsx';
import { counted, formatNumber } from '../format.ts';
import { ShiftItem } from '../shifts/ShiftItem.tsx';
import { ShiftWindows } from '../shifts/ShiftWindows.tsx';
import type { PageFigures } from '../state/page-figures.ts';
import { shiftWindows } from '../state/shift-windows.ts';
import '../styles/timeline.css';

const FIRST_SHIFTS = 20;

/** What moved, when, how far and why. */
export function LayoutShiftsView({ figures }: { readonly figures: PageFigures }) {
  return (
    <Measured
      figures={figures}
      types={['layout-shift']}
      what="layout shifts"
      instead="Open the page in Chrome or Edge for them. What makes content move is told here as well: Overview names images without dimensions and fonts that come late."
    >
      <LayoutShifts figures={figures} />
    </Measured>
  );
}

function LayoutShifts({ figures: { analysis, pageLoad } }: { readonly figures: PageFigures }) {
  const { layoutShifts, views, resources, images } = analysis;
  const [limit, setLimit] = useState(FIRST_SHIFTS);
  const windows = useMemo(() => shiftWindows(layoutShifts), [layoutShifts]);
  const steady = useSlowly(analysis);
  const picture = useMemo(() => scorePicture(steady), [steady]);
  const explain = useMemo(
    () => shiftExplainer({ views, arrivals: arrivals(resources), images }),
    [views, resources, images],
  );
  const largest = useMemo(() => layoutShifts.toSorted((a, b) => b.value - a.value), [layoutShifts]);
  if (layoutShifts.length === 0)
    return (
      <div class="placeholder">
        <h1>Nothing has moved</h1>
        <p>No layout shift was seen on this page so far. Scroll and use the page: later shifts count as well.</p>
      </div>
    );
  const most = largest[0]?.value ?? 0;
  const unexpected = layoutShifts.filter(({ hadRecentInput }) => !hadRecentInput).length;
  const expected = layoutShifts.length - unexpected;
  const score = formatNumber(windows[0]?.score ?? 0, 3);
  return (
    <>
      <section class="section" aria-labelledby="shifts-title">
        <h2 id="shifts-title">Layout shifts</h2>
        <p class="section-summary">
          {counted(unexpected, 'unexpected shift')} in {counted(windows.length, 'session window')}; the largest window
          comes to {score}.{expected > 0 && ` ${counted(expected, 'shift')} after an input: not counted.`}
        </p>
        <XyChart
          testId="shift-chart"
          label={`Chart of the shift score over time, by session window. The largest window comes to ${score}, the largest shift to ${formatNumber(most, 3)}.`}
          details="shift-windows"
          data={picture}
        />
        <ShiftWindows windows={windows} views={views} origin={pageLoad.origin} />
      </section>
      <section class="section" aria-labelledby="shift-list-title">
        <div class="section-head">
          <h2 id="shift-list-title">What moved, largest first</h2>
          <span class="legend" aria-hidden="true">
            <span class="legend-before">before</span> <span class="legend-after">after</span>
          </span>
        </div>
        <ul class="shift-list">
          {largest.slice(0, limit).map((shift, index) => (
            // By rank: a larger one changes what the rows say, and moves none.
            <ShiftItem key={index} shift={shift} cause={explain(shift)} />
          ))}
        </ul>
        <MoreButton shown={limit} total={largest.length} step={FIRST_SHIFTS} onMore={setLimit} />
      </section>
    </>
  );
}
