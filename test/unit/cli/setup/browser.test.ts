import { describe, expect, it } from 'vitest';
import { ensureBrowser, type Installer } from '../../../../src/cli/setup/browser.mjs';
import type { Machine } from '../../../../src/cli/setup/find-browser.mjs';

/** A Linux machine whose files can grow. */
function machineWith(files: readonly string[]): Machine & { readonly files: Set<string> } {
  const present = new Set(files);
  return {
    files: present,
    platform: 'linux',
    env: {},
    home: '/home/ada',
    exists: (file) => present.has(file),
    list: () => [],
  };
}

const failing =
  (reason: string): Installer =>
  async () =>
    reason;

describe('the browser of the set-up', () => {
  it('is the one that is there, and nothing is installed', async () => {
    const machine = machineWith(['/usr/bin/chromium']);
    const mustNotRun: Installer = async () => {
      throw new Error('installed although a browser is there');
    };
    expect(await ensureBrowser('chrome', { root: '/x', machine, installers: [mustNotRun] })).toBe('/usr/bin/chromium');
  });

  it('is installed by the next way when one fails', async () => {
    const machine = machineWith([]);
    const apt: Installer = async () => {
      machine.files.add('/usr/bin/chromium');
      return null;
    };
    const installers = [failing('the download failed'), apt];
    expect(await ensureBrowser('chrome', { root: '/x', machine, installers })).toBe('/usr/bin/chromium');
  });

  it('that cannot be had is explained by every reason, with the next step', async () => {
    const installers = [failing('the download failed (ENOTFOUND)'), failing('only root may run apt-get')];
    await expect(ensureBrowser('firefox', { root: '/x', machine: machineWith([]), installers })).rejects.toThrow(
      'No browser was found (Firefox), and none could be installed: the download failed (ENOTFOUND); only root may run apt-get. ' +
        'Install one from https://www.mozilla.org/firefox/, or name one with --browser-path PATH or the environment variable VITALOG_FIREFOX, and run the command again.',
    );
  });

  it('that was installed to an unknown place is not taken for found', async () => {
    const installers: readonly Installer[] = [async () => null];
    await expect(ensureBrowser('chrome', { root: '/x', machine: machineWith([]), installers })).rejects.toThrow(
      'it was installed, but not where it is looked for',
    );
  });
});
