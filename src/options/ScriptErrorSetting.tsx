import type { SettingsState } from './settings-state.ts';

/** Whether script errors are recorded, and what that takes. */
export function ScriptErrorSetting({ state: { settings, change } }: { readonly state: SettingsState }) {
  return (
    <section>
      <h2>Script errors</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={settings.value.scriptErrors}
          onChange={({ currentTarget }) => void change({ scriptErrors: currentTarget.checked })}
        />
        <span>
          Record script errors and unhandled rejections
          <small class="muted">
            This takes a small script in the page itself, which the page can notice and imitate; without it Vitalog
            leaves no trace there. Messages can hold what the page holds; at most 20 different ones are kept of a page
            load.
          </small>
        </span>
      </label>
    </section>
  );
}
