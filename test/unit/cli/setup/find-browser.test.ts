import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine, type Product } from '../../../../src/cli/setup/find-browser.mjs';

/** A machine with these files; folders are listed from them. */
function machine(files: readonly string[], overrides: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin:/snap/bin' },
    home: '/home/ada',
    exists: (file) => files.includes(file),
    list: (folder) => [
      ...new Set(
        files
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    ...overrides,
  };
}

const CACHED = '/home/ada/.cache/puppeteer/chrome/linux-148.0.7778.97/chrome-linux64/chrome';

describe('the search for a browser', () => {
  it('takes the path that an option names before anything else', () => {
    const found = findBrowser(
      'chrome',
      '/opt/mine',
      machine(['/opt/mine', '/usr/bin/chromium'], { env: { VITALOG_CHROME: '/x' } }),
    );
    expect(found).toEqual({ path: '/opt/mine', source: 'option' });
  });

  it('takes the path of the environment variable before an installed browser', () => {
    const found = findBrowser(
      'chrome',
      undefined,
      machine(['/opt/env', '/usr/bin/chromium'], { env: { VITALOG_CHROME: '/opt/env' } }),
    );
    expect(found).toEqual({ path: '/opt/env', source: 'environment' });
  });

  it.each([
    ['--browser-path', '/nowhere', {}],
    ['VITALOG_CHROME', undefined, { VITALOG_CHROME: '/nowhere' }],
  ])('says that %s names no browser rather than take another one', (name, explicitPath, env) => {
    expect(() => findBrowser('chrome', explicitPath, machine(['/usr/bin/chromium'], { env }))).toThrow(
      `There is no browser at /nowhere, which ${name} names`,
    );
  });

  it('takes an installed browser before the cache of puppeteer', () => {
    expect(findBrowser('chrome', undefined, machine([CACHED, '/usr/bin/chromium']))).toEqual({
      path: '/usr/bin/chromium',
      source: 'installed',
    });
  });

  it('prefers Chrome to Chromium and anything to a snap', () => {
    const files = ['/snap/bin/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome'];
    expect(findBrowser('chrome', undefined, machine(files))?.path).toBe('/usr/bin/google-chrome');
    expect(findBrowser('chrome', undefined, machine(files.slice(0, 2)))?.path).toBe('/usr/bin/chromium');
    expect(findBrowser('chrome', undefined, machine(files.slice(0, 1)))?.path).toBe('/snap/bin/chromium');
  });

  it('takes the newest build of the cache', () => {
    const newer = CACHED.replace('148', '1001');
    expect(findBrowser('chrome', undefined, machine([CACHED, newer]))).toEqual({
      path: newer,
      source: 'puppeteer cache',
    });
  });

  it('looks into the cache that PUPPETEER_CACHE_DIR names', () => {
    const file = '/cache/firefox/linux-stable_150.0.2/firefox/firefox';
    expect(findBrowser('firefox', undefined, machine([file], { env: { PUPPETEER_CACHE_DIR: '/cache' } }))?.path).toBe(
      file,
    );
  });

  it.each<[string, Product, string, Record<string, string>]>([
    ['darwin', 'chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['darwin', 'chrome', '/home/ada/Applications/Chromium.app/Contents/MacOS/Chromium', {}],
    ['darwin', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', {}],
    [
      'win32',
      'chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      { PROGRAMFILES: 'C:\\Program Files' },
    ],
    ['win32', 'chrome', 'C:\\x86\\Microsoft\\Edge\\Application\\msedge.exe', { 'PROGRAMFILES(X86)': 'C:\\x86' }],
    ['win32', 'firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe', { PROGRAMFILES: 'C:\\Program Files' }],
    ['linux', 'firefox', '/usr/bin/firefox-esr', {}],
  ])('on %s finds %s at %s', (platform, product, file, env) => {
    expect(findBrowser(product, undefined, machine([file], { platform, env }))?.path).toBe(file);
  });

  it('finds nothing on an empty machine', () => {
    expect(findBrowser('chrome', undefined, machine([]))).toBeNull();
  });
});
