import { urlPattern } from '../../../analysis/budgets/url-pattern.ts';
import { Link } from '../../components/Link.tsx';
import { dayAndTime } from '../../state/session-text.ts';
import type { ComparedLoad } from './compared-page.ts';

interface Props {
  readonly a: ComparedLoad;
  readonly b: ComparedLoad;
  onSwap(): void;
  onAgain(): void;
  onBack(): void;
}

/** Which two are compared, and what to know before believing what differs. */
export function ComparedHead({ a, b, onSwap, onAgain, onBack }: Props) {
  const isOpen = a.pageLoad.state === 'open' || b.pageLoad.state === 'open';
  return (
    <header class="section compared-head">
      <h2 class="visually-hidden">Two page loads side by side</h2>
      <div class="compared-sides">
        <Side name="A" load={a} />
        <Side name="B" load={b} />
      </div>
      {caveats(a, b).map((text) => (
        <p class="muted" key={text}>
          {text}
        </p>
      ))}
      <div class="chosen-actions">
        <button type="button" class="button" onClick={onBack}>
          Back to the list
        </button>
        <button type="button" class="button" onClick={onSwap}>
          Swap
        </button>
        {isOpen && (
          <button
            type="button"
            class="button"
            title="A page that is still open has gone on meanwhile"
            onClick={onAgain}
          >
            Compare again
          </button>
        )}
      </div>
    </header>
  );
}

function Side({
  name,
  load: { pageLoad, url, analysis, viewId },
}: {
  readonly name: string;
  readonly load: ComparedLoad;
}) {
  const startTime = analysis.views.find((view) => view.viewId === viewId)?.startTime ?? 0;
  return (
    <div class="compared-side" data-testid="compared-side">
      <span class="compared-name">{name}</span>
      <div>
        <p>
          <Link url={url} />
        </p>
        <p class="muted">
          {dayAndTime(pageLoad.timeOrigin + startTime)} · {pageLoad.browser.name} {pageLoad.browser.version}
        </p>
      </div>
    </div>
  );
}

function caveats(a: ComparedLoad, b: ComparedLoad): readonly string[] {
  const [before, after] = [a.pageLoad.browser, b.pageLoad.browser];
  const lost = [a, b].filter(({ pageLoad }) => pageLoad.state === 'lost').length;
  return [
    ...(before.name === after.name
      ? []
      : [`${before.name} and ${after.name} do not measure the same: what one does not tell is unknown.`]),
    ...(urlPattern(a.url) === urlPattern(b.url)
      ? []
      : ['These are two different pages: much of what differs may be meant to.']),
    ...(lost === 0
      ? []
      : [`${lost === 2 ? 'Both were' : 'One was'} cut off before the end: figures may lack what came last.`]),
  ];
}
