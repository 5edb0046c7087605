import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { comparePageLoads } from '../../../analysis/compare/compare-page-loads.ts';
import { usePanel } from '../../state/panel-context.ts';
import { useKeptScroll } from '../../use-kept-scroll.ts';
import { rowKey } from '../session-rows.ts';
import type { SessionsState } from '../sessions-state.ts';
import { ComparedBudgets } from './ComparedBudgets.tsx';
import { ComparedTotals, ComparedVitals, ComparedWork } from './ComparedFigures.tsx';
import { ComparedFindings } from './ComparedFindings.tsx';
import { ComparedHead } from './ComparedHead.tsx';
import { ComparedResources } from './ComparedResources.tsx';
import { type ComparedLoad, readComparedLoad } from './compared-page.ts';
import '../../styles/compare.css';

type Pair = readonly [ComparedLoad, ComparedLoad];

/** Two page loads, or views of them, side by side. */
export function CompareView({ state }: { readonly state: SessionsState }) {
  const panel = usePanel();
  const { a, b } = state.location.value;
  const turn = useSignal(0);
  const pair = useSignal<Pair | null>(null);
  const failure = useSignal<string | null>(null);

  useEffect(() => {
    let isStale = false;
    failure.value = null;
    if (a === null || b === null) return;
    Promise.all([readComparedLoad(panel, state.compared, a), readComparedLoad(panel, state.compared, b)]).then(
      (loads) => {
        if (!isStale) pair.value = loads;
      },
      (error: unknown) => {
        if (!isStale) failure.value = error instanceof Error ? error.message : String(error);
      },
    );
    return () => {
      isStale = true;
    };
  }, [panel, state, a, b, turn.value, panel.terms.value.budgets, pair, failure]);

  const back = () => state.update({ show: 'list' });
  if (a === null || b === null)
    return (
      <Instead title="Choose two page loads to compare" text="Choose them in the list, then “Compare”." onBack={back} />
    );
  if (failure.value !== null)
    return <Instead title="These two cannot be compared" text={failure.value} onBack={back} />;
  if (pair.value === null) return <p class="section muted late">Reading and analysing both…</p>;
  return (
    <Comparison
      pair={pair.value}
      onBack={back}
      onSwap={() => state.update({ a: b, b: a })}
      onAgain={() => (turn.value += 1)}
    />
  );
}

interface ComparisonProps {
  readonly pair: Pair;
  onSwap(): void;
  onAgain(): void;
  onBack(): void;
}

function Comparison({ pair: [a, b], ...actions }: ComparisonProps) {
  const { scrollPositions } = usePanel();
  const scroller = useKeptScroll<HTMLDivElement>(
    scrollPositions,
    `compared ${rowKey(a.pageLoad.pageLoadId, a.viewId)} ${rowKey(b.pageLoad.pageLoadId, b.viewId)}`,
  );
  const sides = { a: a.pageLoad, b: b.pageLoad };
  const { metrics, totals, budgets, findings, resources, work } = comparePageLoads(a, b);
  return (
    <div ref={scroller} class="compared" data-testid="compared">
      <ComparedHead a={a} b={b} {...actions} />
      <div class="compared-columns">
        <div>
          <ComparedVitals metrics={metrics} sides={sides} />
          <ComparedBudgets budgets={budgets} />
          <ComparedFindings findings={findings} />
        </div>
        <div>
          <ComparedTotals totals={totals} />
          <ComparedResources resources={resources} origin={b.pageLoad.origin} />
          <ComparedWork work={work} sides={sides} />
        </div>
      </div>
    </div>
  );
}

interface InsteadProps {
  readonly title: string;
  readonly text: string;
  onBack(): void;
}

function Instead({ title, text, onBack }: InsteadProps) {
  return (
    <div class="placeholder" data-testid="not-compared">
      <h1>{title}</h1>
      <p>{text}</p>
      <button type="button" class="button" onClick={onBack}>
        To the list
      </button>
    </div>
  );
}
