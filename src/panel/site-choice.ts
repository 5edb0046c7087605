import { matchesSite } from '../model/site-pattern.ts';
import { readSettings, writeSettings } from '../store/settings.ts';

/** Stops recording on a host, in open tabs at once. */
export async function pauseSite(host: string): Promise<void> {
  const { paused } = await readSettings();
  await writeSettings({ paused: [...paused, host] });
}

/** Takes every pattern that covers the host off the paused sites. */
export async function resumeSite(host: string): Promise<void> {
  const { paused } = await readSettings();
  await writeSettings({ paused: paused.filter((pattern) => !matchesSite(pattern, host)) });
}

/** Puts the host on the list of recorded sites. */
export async function listSite(host: string): Promise<void> {
  const { listed } = await readSettings();
  await writeSettings({ listed: [...listed, host] });
}
