import { usePanel } from '../state/panel-context.ts';
import { dayAndTime } from '../state/session-text.ts';
import { relativeUrl } from '../state/url-text.ts';

/** Says that what is shown is not the page in the tab, with the way back. */
export function EarlierNotice() {
  const { current, isLive, location, source, followLatest } = usePanel();
  const pageLoad = current.value;
  if (isLive.value || (pageLoad === null && location.value.sessionId === null)) return null;
  return (
    <div class="notice earlier" data-testid="earlier">
      <p>
        {pageLoad ? (
          <>
            You are looking at <strong title={pageLoad.url}>{relativeUrl(pageLoad.url)}</strong> of{' '}
            {dayAndTime(pageLoad.timeOrigin)}.
          </>
        ) : (
          'You are looking at an earlier session.'
        )}
      </p>
      <button type="button" class="button" onClick={followLatest}>
        {source.storage ? 'Back to the live page' : 'To the newest page load'}
      </button>
    </div>
  );
}
