import { useMemo, useState } from 'preact/hooks';
import { doesNotMeasure } from '../../analysis/metrics/metric-support.ts';
import { rate } from '../../analysis/metrics/thresholds.ts';
import { interactionPicture } from '../charts/pictures/interaction-picture.ts';
import { useSlowly } from '../charts/use-slowly.ts';
import { XyChart } from '../charts/XyChart.tsx';
import { Measured } from '../components/Measured.tsx';
import { MoreButton } from '../components/MoreButton.tsx';
import { counted, formatCount, formatMs } from '../format.ts';
import { InteractionItem } from '../interactions/InteractionItem.tsx';
import type { PageFigures } from '../state/page-figures.ts';
import '../styles/timeline.css';

const STEP = 20;

/** How late the page answered each click, tap and key, and in which part of the way. */
export function InteractionsView({ figures }: { readonly figures: PageFigures }) {
  return (
    <Measured
      figures={figures}
      types={['event']}
      what="interactions"
      instead="Main thread shows what keeps the page from answering."
    >
      <Interactions figures={figures} />
    </Measured>
  );
}

function Interactions({ figures: { analysis } }: { readonly figures: PageFigures }) {
  const { interactions, animationFrames } = analysis;
  const [limit, setLimit] = useState(STEP);
  const slowest = useMemo(() => interactions.toSorted((a, b) => b.duration - a.duration), [interactions]);
  const steady = useSlowly(analysis);
  const picture = useMemo(() => interactionPicture(steady), [steady]);
  const [worst] = slowest;
  if (!worst)
    return (
      <div class="placeholder">
        <h1>No interaction yet</h1>
        <p>Click, tap or type in the page: each answer that takes 16&nbsp;ms or longer appears here with its parts.</p>
      </div>
    );
  const slow = interactions.filter(({ duration }) => rate('INP', duration) !== 'good').length;
  const count = counted(interactions.length, 'interaction');
  return (
    <section class="section" aria-labelledby="interactions-title">
      <h2 id="interactions-title">Interactions</h2>
      <p class="section-summary">
        {count}, {formatCount(slow)} slower than good; the slowest took {formatMs(worst.duration)}.
        {!analysis.supportedEntryTypes.includes('long-animation-frame') &&
          ` Which script took the time: ${doesNotMeasure(analysis)}; its Profiler or Performance panel shows it.`}
      </p>
      <XyChart
        testId="interaction-chart"
        label={`Chart of ${count} over time, the slowest ${formatMs(worst.duration)}.`}
        details="interaction-list"
        data={picture}
      />
      <ul class="interaction-list" id="interaction-list">
        {slowest.slice(0, limit).map((interaction, index) => (
          <InteractionItem
            // By rank: a slower one changes what the rows say, and moves none.
            key={index}
            interaction={interaction}
            longest={worst.duration}
            frames={animationFrames}
          />
        ))}
      </ul>
      <MoreButton shown={limit} total={slowest.length} step={STEP} onMore={setLimit} />
    </section>
  );
}
