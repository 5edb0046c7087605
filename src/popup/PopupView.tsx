import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { doesNotMeasure } from '../analysis/metrics/metric-support.ts';
import { VITAL_NAMES } from '../model/metrics.ts';
import { LimitCountsLine } from '../panel/components/LimitCountsLine.tsx';
import { Mark } from '../panel/components/Mark.tsx';
import { StoreNotice } from '../panel/components/Notices.tsx';
import { ToneLabel } from '../panel/components/ToneLabel.tsx';
import { formatMetric } from '../panel/format.ts';
import type { SiteAccess } from '../panel/site-access.ts';
import { metricVerdict } from '../panel/state/metric-text.ts';
import type { PageFigures } from '../panel/state/page-figures.ts';
import { PanelContext } from '../panel/state/panel-context.ts';
import type { PanelState } from '../panel/state/panel-state.ts';
import { plainText } from '../panel/state/plain-text.ts';
import { TONE_OF_LEVEL } from '../panel/state/tone.ts';
import { relativeUrl } from '../panel/state/url-text.ts';
import { ExportSection } from './ExportSection.tsx';
import { RecordingSection } from './RecordingSection.tsx';
import type { SiteState } from './site-state.ts';

interface Props {
  /** Null, as `site`: no tab to speak of. */
  readonly state: PanelState | null;
  readonly site: SiteState | null;
  readonly access: SiteAccess;
  readonly version: string;
  onOptions(): void;
}

/** Whether the tab's page is recorded, the verdict on it in a few lines, and where to find the rest. */
export function PopupView({ state, site, access, version, onOptions }: Props) {
  const isExporting = useSignal(false);
  const exportButton = useRef<HTMLButtonElement>(null);
  const wasExporting = useRef(false);
  const figures = state?.figures.value;
  const recorded = !site || site.recording.value?.state === 'recording';

  useEffect(() => {
    if (!isExporting.value && wasExporting.current) exportButton.current?.focus();
    wasExporting.current = isExporting.value;
  }, [isExporting.value]);

  if (state && isExporting.value) {
    return (
      <main class="popup">
        <PanelContext.Provider value={state}>
          <ExportSection version={version} onClose={() => (isExporting.value = false)} />
        </PanelContext.Provider>
      </main>
    );
  }
  return (
    <main class="popup">
      {!figures && <h1 class="visually-hidden">Vitalog</h1>}
      <div role="status">
        {state?.storeStates.value.map((trouble) => (
          <StoreNotice key={trouble.kind} state={trouble} onRead={() => state.source.lossRead?.()} />
        ))}
      </div>
      {site && <RecordingSection site={site} access={access} />}
      {figures && !recorded && <h2>Last recorded in this tab</h2>}
      {figures && <Summary figures={figures} />}
      {!figures && recorded && <NoFigures state={state} />}
      <footer class="popup-footer">
        <p class="muted">For causes and resources open DevTools (F12) and its Vitalog panel.</p>
        <div class="popup-actions">
          {state?.current.value && (
            <button ref={exportButton} type="button" class="text-button" onClick={() => (isExporting.value = true)}>
              Export…
            </button>
          )}
          <button type="button" class="text-button" onClick={onOptions}>
            Options
          </button>
        </div>
      </footer>
    </main>
  );
}

function Summary({ figures: { pageLoad, analysis, verdict } }: { readonly figures: PageFigures }) {
  const metrics = analysis.views[0]?.metrics ?? [];
  return (
    <>
      <p class="popup-page" title={pageLoad.url}>
        {relativeUrl(pageLoad.url, '')}
      </p>
      <div class="popup-verdict" data-level={verdict.level}>
        <Mark tone={TONE_OF_LEVEL[verdict.level]} />
        <h1>{plainText(verdict.headline)}</h1>
      </div>
      <LimitCountsLine limits={verdict.limits} />
      <table class="popup-metrics">
        <tbody>
          {VITAL_NAMES.map((name) => {
            const metric = metrics.find((candidate) => candidate.name === name);
            return (
              metric && (
                <tr key={name} data-metric={name}>
                  <th scope="row">{name}</th>
                  <td class="number">{formatMetric(metric)}</td>
                  <td>
                    {metric.state === 'unsupported' ? (
                      <ToneLabel tone="none" text={doesNotMeasure(pageLoad)} />
                    ) : (
                      <ToneLabel {...metricVerdict(metric)} />
                    )}
                  </td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function NoFigures({ state }: { readonly state: PanelState | null }) {
  if (state?.readError.value) return <p role="alert">The recording cannot be read: {state.readError.value}</p>;
  if (state && !state.session.value) return <p class="muted">Reading the recording…</p>;
  if (state?.current.value) return <p class="muted">Reading the page load…</p>;
  return <p>Nothing is recorded of this page yet. Load it anew.</p>;
}
