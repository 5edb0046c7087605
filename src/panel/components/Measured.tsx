import type { ComponentChildren } from 'preact';
import type { EntryType } from '../../model/entries.ts';
import type { PageFigures } from '../state/page-figures.ts';

interface Props {
  readonly figures: PageFigures;
  /** Entry types without which there is nothing to show. */
  readonly types: readonly EntryType[];
  /** What cannot be told: `layout shifts`. */
  readonly what: string;
  /** What there is to look at in its place. */
  readonly instead: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A view that the browser of the page load can fill, or a sentence on why it cannot and what there is instead. */
export function Measured({ figures: { pageLoad, analysis }, types, what, instead, children }: Props) {
  if (types.some((type) => analysis.supportedEntryTypes.includes(type))) return <>{children}</>;
  return (
    <div class="placeholder" data-testid="unsupported">
      <h1>
        {pageLoad.har ? 'A HAR file does not tell' : `${pageLoad.browser.name} does not measure`} {what}
      </h1>
      <p>
        It {pageLoad.har ? 'holds' : 'reports'} no {types.join(' or ')} entries, so nothing is known of them: that is
        not the same as none.
      </p>
      {!pageLoad.har && <p>{instead}</p>}
    </div>
  );
}
