import { formatFor } from '../../src/panel/format.ts';
import type { SessionSource } from '../../src/panel/session-source.ts';
import { openSession } from './sessions/sessions.ts';

/** Where to draw, and what: the session, theme and locale that the URL chooses, `?session=shop&theme=dark&locale=de`. */
export async function openChosen(): Promise<{ readonly root: HTMLElement; readonly source: SessionSource }> {
  const params = new URLSearchParams(location.search);
  const theme = params.get('theme');
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id root to draw in.');
  formatFor(params.get('locale') ?? navigator.language);
  if (theme) document.documentElement.dataset.theme = theme;
  return { root, source: await openSession(params.get('session') ?? '') };
}
