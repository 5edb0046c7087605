import { FRAME_PARTS, type FramePart, totalFrameParts } from '../../analysis/timeline/frame-parts.ts';
import type { LongAnimationFrameEntry } from '../../model/entries.ts';
import { PartsBar } from '../components/PartsBar.tsx';
import { formatCount, formatMs } from '../format.ts';

const TITLES: Readonly<Record<FramePart, string>> = {
  script: 'Script',
  'forced-layout': 'Layout forced by scripts',
  'style-and-layout': 'Style and layout',
  other: 'Not attributed',
};

/** What late frames spent their time on, all together. */
export function FrameParts({ frames }: { readonly frames: readonly LongAnimationFrameEntry[] }) {
  const total = totalFrameParts(frames);
  const parts = FRAME_PARTS.map((part) => ({ label: TITLES[part], duration: total[part] }));
  const whole = parts.reduce((sum, { duration }) => sum + duration, 0);
  return (
    <section class="section frame-parts" aria-labelledby="frames-title">
      <h2 id="frames-title">
        Late frames: {formatCount(frames.length)}, {formatMs(whole)} in all
      </h2>
      <PartsBar parts={parts} />
    </section>
  );
}
