import { type ReadonlySignal, signal } from '@preact/signals';
import type { Settings } from '../model/settings.ts';
import { onSettingsChange, readSettings, writeSettings } from '../store/settings.ts';

/** The settings as they stand, whoever changes them. */
export interface SettingsState {
  readonly settings: ReadonlySignal<Settings>;
  change(change: Partial<Settings>): Promise<void>;
}

export async function createSettingsState(): Promise<SettingsState> {
  const settings = signal(await readSettings());
  onSettingsChange((stored) => {
    settings.value = stored;
  });
  return { settings, change: writeSettings };
}
