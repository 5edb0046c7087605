import { RECORD_MODES, type RecordMode } from '../model/settings.ts';
import { SiteList } from './SiteList.tsx';
import type { SettingsState } from './settings-state.ts';

const MODES: Readonly<Record<RecordMode, { readonly label: string; readonly note: string }>> = {
  all: {
    label: 'Every site',
    note: 'The load that just happened is there when you open DevTools.',
  },
  devtools: {
    label: 'Tabs with DevTools open',
    note: 'Recording starts when DevTools open; of what happened before, the browser keeps a part.',
  },
  listed: { label: 'Only the sites on a list', note: 'Nothing else is recorded.' },
};

/** Where page loads are recorded. A change holds at once, in open tabs too. */
export function RecordingSettings({ state: { settings, change } }: { readonly state: SettingsState }) {
  const { record, listed, paused } = settings.value;
  return (
    <>
      <section>
        <fieldset class="choices">
          <legend>What is recorded</legend>
          {RECORD_MODES.map((mode) => (
            <label key={mode} class="choice">
              <input
                type="radio"
                name="record"
                value={mode}
                checked={record === mode}
                onChange={() => void change({ record: mode })}
              />
              <span>
                {MODES[mode].label}
                <small class="muted">{MODES[mode].note}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {record === 'listed' && (
          <SiteList
            label="Recorded sites"
            sites={listed}
            empty="The list is empty, so nothing is recorded."
            onChange={(sites) => void change({ listed: sites })}
          />
        )}
      </section>
      <section>
        <h2>Paused sites</h2>
        <p class="muted">Never recorded, whatever is chosen above. The toolbar popup pauses the site at hand.</p>
        <SiteList
          label="Paused sites"
          sites={paused}
          empty="No site is paused."
          onChange={(sites) => void change({ paused: sites })}
        />
      </section>
    </>
  );
}
