import type { PageLoadRecord } from '../../model/page-load.ts';
import { usePanel } from '../state/panel-context.ts';
import { clockTime } from '../state/session-text.ts';
import { TONE_OF_LEVEL } from '../state/tone.ts';
import { relativeUrl } from '../state/url-text.ts';
import { Mark } from './Mark.tsx';

/** The session's page loads beside the view, newest first, each one click away. */
export function PageLoadList() {
  const { choices } = usePanel();
  return (
    <nav class="side" aria-label="Page loads">
      <div class="side-head">
        <h2>Page loads</h2>
      </div>
      <ul>
        {choices.value.map((load) => (
          <PageLoadItem key={load.pageLoadId} load={load} />
        ))}
      </ul>
    </nav>
  );
}

function PageLoadItem({ load }: { readonly load: PageLoadRecord }) {
  const { current, summaries, pickPageLoad } = usePanel();
  const summary = summaries.value.get(load.pageLoadId);
  const isCurrent = current.value?.pageLoadId === load.pageLoadId;
  return (
    <li>
      <button
        type="button"
        class="page-load"
        title={load.title ? `${load.title}\n${load.url}` : load.url}
        aria-current={isCurrent}
        data-testid="page-load"
        data-page-load-id={load.pageLoadId}
        onClick={() => pickPageLoad(load.pageLoadId)}
      >
        <Mark tone={TONE_OF_LEVEL[summary?.level ?? 'unknown']} />
        <span class="page-load-path">{relativeUrl(load.url)}</span>
        <span class="page-load-facts">
          {clockTime(load.timeOrigin)} · {summary?.text ?? 'not analysed yet'}
        </span>
      </button>
    </li>
  );
}
