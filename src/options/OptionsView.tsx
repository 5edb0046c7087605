import type { Bytes } from '../model/units.ts';
import type { BudgetSettings as Budgets } from '../panel/budget-settings.ts';
import { ToneLabel } from '../panel/components/ToneLabel.tsx';
import { formatBytes } from '../panel/format.ts';
import type { SiteAccess } from '../panel/site-access.ts';
import { BudgetSettings } from './BudgetSettings.tsx';
import { RecordingSettings } from './RecordingSettings.tsx';
import { ScriptErrorSetting } from './ScriptErrorSetting.tsx';
import type { SettingsState } from './settings-state.ts';

interface Props {
  readonly version: string;
  /** What the extension's storage holds; null where the browser does not tell. */
  readonly storedBytes: Bytes | null;
  readonly access: SiteAccess;
  readonly settings: SettingsState;
  readonly budgets: Budgets;
}

/** What the extension records, may and holds. */
export function OptionsView({ version, storedBytes, access, settings, budgets }: Props) {
  return (
    <main class="options">
      <h1>Vitalog {version}</h1>
      <RecordingSettings state={settings} />
      <ScriptErrorSetting state={settings} />
      <BudgetSettings budgets={budgets} />
      <section>
        <h2>Access to sites</h2>
        {access.granted.value ? (
          <ToneLabel tone="good" text="The browser lets Vitalog see every http and https site." />
        ) : (
          <>
            <ToneLabel
              tone="warn"
              text="The browser withholds access to some or all sites; nothing is recorded there."
            />
            <button type="button" class="button" onClick={() => void access.request()}>
              Allow on all sites
            </button>
          </>
        )}
      </section>
      <section>
        <h2>Stored on this machine</h2>
        <p data-testid="stored">{storedBytes === null ? 'unknown' : formatBytes(storedBytes)}</p>
        <p class="muted">
          Everything that is recorded stays in this browser until you export it. Removing the extension deletes it.
        </p>
      </section>
      <section>
        <h2>Where to look</h2>
        <p>
          Open DevTools (F12) on a recorded page and pick the Vitalog panel: the load that just happened is already
          there.
        </p>
      </section>
    </main>
  );
}
