import { useEffect, useMemo } from 'preact/hooks';
import { ExportButton } from './components/ExportButton.tsx';
import { LiveIndicator } from './components/LiveIndicator.tsx';
import { Notices } from './components/Notices.tsx';
import { PageLoadList } from './components/PageLoadList.tsx';
import { PageLoadSelect } from './components/PageLoadSelect.tsx';
import { Placeholder } from './components/Placeholder.tsx';
import { ReloadButtons } from './components/ReloadButtons.tsx';
import { StatusBar } from './components/StatusBar.tsx';
import { ViewTabs } from './components/ViewTabs.tsx';
import { VersionContext } from './export/version-context.ts';
import { takeDroppedFiles } from './import/dropped-files.ts';
import { FileNotice } from './import/FileNotice.tsx';
import { FileOpenerContext } from './import/file-opener-context.ts';
import { createFileOpener } from './import/opened-file.ts';
import { createLazyPointer } from './in-page/lazy-pointer.ts';
import { PointerNote } from './in-page/PointerNote.tsx';
import { useLeaveWhenHidden } from './in-page/use-leave-when-hidden.ts';
import { PagePointerContext } from './in-page/use-pointing.ts';
import { keepFocus } from './keep-focus.ts';
import { PanelContext } from './state/panel-context.ts';
import type { PanelState } from './state/panel-state.ts';
import { painted } from './state/update-loop.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { VIEWS } from './views/views.ts';

interface Props {
  readonly state: PanelState;
  readonly version: string;
}

/** The panel: the session of the tab, or one from a file that was opened or dropped on it. */
export function App({ state, version }: Props) {
  const files = useMemo(() => createFileOpener(state.budgets), [state]);
  const opened = files.opened.value;

  useEffect(() => takeDroppedFiles(files.open), [files]);
  useEffect(() => keepFocus(document.body), []);

  return (
    <FileOpenerContext.Provider value={files}>
      <div class="drop-target">
        <FileNotice files={files} />
        <VersionContext.Provider value={version}>
          <Session key={opened?.id ?? 0} state={opened?.state ?? state} />
        </VersionContext.Provider>
      </div>
    </FileOpenerContext.Provider>
  );
}

/**
 * One session. Its root element tells tests and the command line what is shown: the page load, the revision of it that the figures
 * were computed from, the number of entries read for them, and whether more is to come of what is stored.
 */
function Session({ state }: Pick<Props, 'state'>) {
  const figures = state.figures.value;
  const pointer = useMemo(() => createLazyPointer(state.source), [state]);
  useLeaveWhenHidden(pointer);
  const { view } = state.location.value;
  const { title, component: View, standalone: Standalone } = VIEWS[view];
  const shown = useKeptScroll<HTMLDivElement>(state.scrollPositions, `${figures?.pageLoad.pageLoadId} ${view}`);
  const hasPageLoads = state.choices.value.length > 0;
  // They have their room as long as nobody knows.
  const mayHavePageLoads = hasPageLoads || (state.session.value === null && state.readError.value === null);
  // The view's code comes while the figures are being made; the record, which tells the first of them, does not wait for it.
  useEffect(() => {
    if (hasPageLoads) void painted().then(View?.ahead);
  }, [hasPageLoads, View]);
  return (
    <PanelContext.Provider value={state}>
      <PagePointerContext.Provider value={pointer}>
        <div
          class="panel"
          data-testid="panel"
          data-page-load-id={figures?.pageLoad.pageLoadId}
          data-revision={figures?.analysis.revision}
          data-entries={figures?.entries}
          data-settled={state.settled}
          data-growing={state.current.value?.state === 'open'}
        >
          <header class="toolbar">
            <h1 class="visually-hidden">Vitalog: {title}</h1>
            {mayHavePageLoads && <PageLoadSelect />}
            <ViewTabs />
            <LiveIndicator />
            <ReloadButtons />
            <ExportButton />
          </header>
          <Notices />
          {mayHavePageLoads && view !== 'sessions' && <PageLoadList />}
          <main class="main">
            <div ref={shown} class="view" id="view" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={-1}>
              {Standalone ? <Standalone /> : figures && View ? <View figures={figures} /> : <Placeholder />}
            </div>
          </main>
          <StatusBar />
          <PointerNote />
        </div>
      </PagePointerContext.Provider>
    </PanelContext.Provider>
  );
}
