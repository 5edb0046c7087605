import type { PageLoadFacts } from '../../analysis/history/page-load-facts.ts';
import { METRIC_NAMES } from '../../model/metrics.ts';
import { Link } from '../components/Link.tsx';
import { ToneLabel } from '../components/ToneLabel.tsx';
import { formatCount } from '../format.ts';
import { dayAndTime } from '../state/session-text.ts';
import { relativeUrl } from '../state/url-text.ts';
import { ChosenActions } from './ChosenActions.tsx';
import {
  bytesText,
  countText,
  kindText,
  loadLedger,
  metricText,
  moment,
  viewBytes,
  violationsText,
} from './row-text.ts';
import type { LoadRow } from './session-rows.ts';
import type { SessionsState } from './sessions-state.ts';

/** Chosen page loads that are named; a list of more would say no more. */
const NAMED = 8;

interface Props {
  readonly state: SessionsState;
  onDelete(): void;
  onClose(): void;
}

/** What was chosen in the list, and what can be done with it. */
export function ChosenPane({ state, onDelete, onClose }: Props) {
  const rows = state.chosen.value;
  const [first] = rows;
  if (!first) return null;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Chrome's DevTools take an Escape of a panel to open their drawer.
    event.stopPropagation();
    onClose();
  }

  return (
    <aside class="details" aria-label="What is chosen" data-testid="chosen" onKeyDown={onKeyDown}>
      <div class="details-head">
        <h2>{rows.length === 1 ? <Link url={urlOf(first)} /> : `${formatCount(rows.length)} chosen`}</h2>
        <button type="button" class="icon-button" aria-label="Choose none" onClick={onClose}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="m2 2 8 8m0-8-8 8" />
          </svg>
        </button>
      </div>
      <ChosenActions state={state} onDelete={onDelete} />
      {rows.length === 1 ? <RowFacts row={first} /> : <Names rows={rows} />}
    </aside>
  );
}

function Names({ rows }: { readonly rows: readonly LoadRow[] }) {
  const more = rows.length - NAMED;
  return (
    <section>
      <ul class="chosen-names">
        {rows.slice(0, NAMED).map((row) => (
          <li key={row.key} title={urlOf(row)}>
            {relativeUrl(urlOf(row))} <span class="muted">{moment(row.load.timeOrigin)}</span>
          </li>
        ))}
        {more > 0 && <li class="muted">and {formatCount(more)} more</li>}
      </ul>
    </section>
  );
}

function RowFacts({ row }: { readonly row: LoadRow }) {
  const { load } = row;
  const view = row.kind === 'view' ? row.view : load.views[0];
  const bytes = row.kind === 'view' ? viewBytes(row.view) : load.bytes;
  const requests = row.kind === 'view' ? row.view.requests : load.requests;
  return (
    <>
      <section>
        <h3>{row.kind === 'view' ? `Vitals of this ${kindText(row.view.kind)}` : 'Vitals'}</h3>
        <dl class="facts">
          {METRIC_NAMES.map((name) => {
            const { tone, text } = metricText(name, view?.metrics[name]);
            return (
              <>
                <dt>{name}</dt>
                <dd>{tone === 'none' ? <span class="muted">{text}</span> : <ToneLabel tone={tone} text={text} />}</dd>
              </>
            );
          })}
        </dl>
      </section>
      <section>
        <h3>Page load</h3>
        <dl class="facts">
          <dt>Title</dt>
          <dd>{load.title || 'none'}</dd>
          <dt>Time</dt>
          <dd>{dayAndTime(row.kind === 'view' ? row.view.startedAt : load.timeOrigin)}</dd>
          <dt>Requests</dt>
          <dd>{countText(requests)}</dd>
          <dt>Transferred</dt>
          <dd>{bytesText(bytes)}</dd>
          <dt>Budgets</dt>
          <dd>
            <ToneLabel {...violationsText(load.violations)} />
          </dd>
          <dt>Recording</dt>
          <dd>{recordingText(load)}</dd>
          <dt>Browser</dt>
          <dd>
            {load.browser.name} {load.browser.version}
          </dd>
        </dl>
      </section>
    </>
  );
}

function recordingText(load: PageLoadFacts): string {
  const { text } = loadLedger(load);
  if (load.state !== 'summary') return text;
  return `Only its summary is kept: its entries had to go to keep the log within its limits. It had ${text}.`;
}

function urlOf(row: LoadRow): string {
  return row.kind === 'view' ? row.view.url : row.load.url;
}
