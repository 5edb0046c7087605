import type { ResourceRecord } from '../../model/resources.ts';
import { barImage, percent, type WaterfallScale, waterfallBar } from './waterfall.ts';
import { waterfallText } from './waterfall-text.ts';

interface Props {
  readonly resource: ResourceRecord;
  readonly scale: WaterfallScale;
}

/** A request's bar, which is one element whatever it consists of; what lies outside of the time shown is told by an arrow. */
export function WaterfallCell({ resource, scale }: Props) {
  const bar = waterfallBar(resource, scale);
  const text = waterfallText(resource);
  if (bar === null)
    return (
      <span class="waterfall-outside" role="img" aria-label={text} title={text}>
        {resource.startTime > scale.to ? '›' : '‹'}
      </span>
    );
  const { left, width } = bar;
  return (
    <div
      class="waterfall-bar"
      role="img"
      aria-label={text}
      title={text}
      style={{ left: percent(left), width: percent(width), backgroundImage: barImage(bar) }}
    />
  );
}
