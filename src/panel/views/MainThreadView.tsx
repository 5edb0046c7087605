import { useMemo } from 'preact/hooks';
import { scriptLabel } from '../../analysis/timeline/script-label.ts';
import { scriptWorks } from '../../analysis/timeline/script-work.ts';
import { shortUrl } from '../../analysis/url.ts';
import { mainThreadPicture } from '../charts/pictures/main-thread-picture.ts';
import { useSlowly } from '../charts/use-slowly.ts';
import { XyChart } from '../charts/XyChart.tsx';
import { Measured } from '../components/Measured.tsx';
import { counted, formatMs } from '../format.ts';
import { FrameParts } from '../main-thread/FrameParts.tsx';
import { LongestTasks } from '../main-thread/LongestTasks.tsx';
import { WorkTable } from '../main-thread/WorkTable.tsx';
import { blockingTime } from '../state/blocking.ts';
import type { PageFigures } from '../state/page-figures.ts';
import '../styles/timeline.css';

/** What kept the page from answering: long tasks and late frames, and the code in them. */
export function MainThreadView({ figures }: { readonly figures: PageFigures }) {
  return (
    <Measured
      figures={figures}
      types={['longtask', 'long-animation-frame']}
      what="long tasks or late frames"
      instead="Interactions shows how late the page answered, which both browsers measure; the browser's own Profiler or Performance panel shows the code."
    >
      <MainThread figures={figures} />
    </Measured>
  );
}

function MainThread({ figures: { analysis } }: { readonly figures: PageFigures }) {
  const { longTasks, animationFrames } = analysis;
  const { byScript, byFunction } = useMemo(() => scriptWorks(animationFrames), [animationFrames]);
  const steady = useSlowly(analysis);
  const picture = useMemo(() => mainThreadPicture(steady), [steady]);
  const stretches = longTasks.length > 0 ? longTasks : animationFrames;
  if (stretches.length === 0)
    return (
      <div class="placeholder">
        <h1>The main thread was never busy for long</h1>
        <p>No task over 50 ms was seen so far. Click, type and scroll: what runs then is recorded as well.</p>
      </div>
    );
  const longest = stretches.reduce((most, { duration }) => Math.max(most, duration), 0);
  const blocked =
    longTasks.length > 0 ? blockingTime(longTasks) : animationFrames.reduce((sum, f) => sum + f.blockingDuration, 0);
  const count = counted(stretches.length, longTasks.length > 0 ? 'long task' : 'late frame');
  return (
    <>
      <section class="section" aria-labelledby="main-thread-title">
        <h2 id="main-thread-title">Main thread</h2>
        <p class="section-summary">
          {count}, the longest {formatMs(longest)}, blocked the page for {formatMs(blocked)} in all.
        </p>
        <XyChart
          testId="main-thread-chart"
          label={`Chart of ${count} over time, the longest ${formatMs(longest)}, and of their blocking time, ${formatMs(blocked)} in all.`}
          details="longest-tasks"
          data={picture}
        />
      </section>
      {animationFrames.length > 0 && <FrameParts frames={animationFrames} />}
      {byScript.length > 0 && (
        <div class="two-columns">
          <WorkTable
            id="by-script"
            title="By script"
            works={byScript}
            nameOf={({ longest: { sourceURL } }) => shortUrl(sourceURL) || 'scripts that the browser does not name'}
          />
          <WorkTable
            id="by-function"
            title="By function"
            works={byFunction}
            nameOf={({ longest: script }) => scriptLabel(script)}
          />
        </div>
      )}
      <LongestTasks stretches={stretches} />
    </>
  );
}
