import { UNNAMED_ELEMENT } from '../../analysis/unnamed-element.ts';
import type { LayoutShiftSource, Rect } from '../../model/entries.ts';
import { formatNumber } from '../format.ts';
import { plainText } from '../state/plain-text.ts';

/** Room around the rectangles, as a share of the picture. */
const MARGIN = 0.03;

/** Where the elements of a shift were and where they went, to scale in CSS pixels of the viewport. */
export function ShiftPicture({ sources }: { readonly sources: readonly LayoutShiftSource[] }) {
  const seen = sources.flatMap(({ previousRect, currentRect }) => [previousRect, currentRect]).filter(hasArea);
  if (seen.length === 0) return <p class="muted">The browser told no rectangle of it.</p>;
  const right = Math.max(...seen.map(([x, , width]) => x + width));
  const bottom = Math.max(...seen.map(([, y, , height]) => y + height));
  const left = Math.min(0, ...seen.map(([x]) => x));
  const top = Math.min(0, ...seen.map(([, y]) => y));
  const margin = MARGIN * Math.max(right - left, bottom - top);
  const box = [left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin];
  return (
    <figure class="shift-figure">
      <svg class="shift-picture" viewBox={box.join(' ')} role="img" aria-label={sources.map(describe).join('; ')}>
        {sources.map(({ node, previousRect, currentRect }, index) => (
          <g key={`${index} ${node}`}>
            {hasArea(previousRect) && <RectShape rect={previousRect} name="shift-before" />}
            {hasArea(currentRect) && <RectShape rect={currentRect} name="shift-after" />}
          </g>
        ))}
      </svg>
      <figcaption class="muted" aria-hidden="true">
        {formatNumber(right - left, 0)} px wide
      </figcaption>
    </figure>
  );
}

function RectShape({ rect: [x, y, width, height], name }: { readonly rect: Rect; readonly name: string }) {
  return <rect class={name} x={x} y={y} width={width} height={height} vector-effect="non-scaling-stroke" />;
}

function hasArea([, , width, height]: Rect): boolean {
  return width > 0 && height > 0;
}

/** `main from 0, 100 (800 × 300) to 0, 220 (800 × 300)`, in CSS pixels. */
function describe({ node, previousRect, currentRect }: LayoutShiftSource): string {
  const name = node === null ? UNNAMED_ELEMENT : plainText(node);
  return `${name} from ${rectText(previousRect)} to ${rectText(currentRect)}`;
}

function rectText(rect: Rect): string {
  const [x, y, width, height] = rect.map((value) => formatNumber(value, 0));
  return hasArea(rect) ? `${x}, ${y} (${width} × ${height} px)` : 'out of view';
}
