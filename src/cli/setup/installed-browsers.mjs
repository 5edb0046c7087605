import path from 'node:path';

/** @typedef {import('./find-browser.mjs').Machine} Machine */
/** @typedef {import('./find-browser.mjs').Product} Product */

/**
 * Names on the path, the likeliest to work first. `chromium-browser` is a stub for a snap on Ubuntu, and a snap may read neither
 * hidden folders nor /tmp, so both come last.
 *
 * @type {Readonly<Record<Product, readonly string[]>>}
 */
const LINUX_NAMES = {
  chrome: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'microsoft-edge-stable',
    'microsoft-edge',
    'google-chrome-beta',
    'chromium-browser',
  ],
  firefox: ['firefox-esr', 'firefox'],
};
const LINUX_FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/usr/lib64/chromium-browser',
  '/opt/google/chrome',
  '/opt/firefox',
];

/** @type {Readonly<Record<Product, readonly string[]>>} */
const MAC_APPS = {
  chrome: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome for Testing', 'Google Chrome Canary'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

/** @type {Readonly<Record<Product, readonly string[]>>} */
const WINDOWS_FILES = {
  chrome: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/**
 * Where an installed browser of this kind may be, best first. The files need not exist.
 *
 * @param {Product} product
 * @param {Machine} machine
 * @returns {readonly string[]}
 */
export function installedBrowsers(product, machine) {
  if (machine.platform === 'win32') return onWindows(product, machine.env);
  if (machine.platform === 'darwin') return onMac(product, machine.home);
  return onLinux(product, machine.env);
}

/**
 * @param {Product} product
 * @param {Machine['env']} env
 */
function onLinux(product, env) {
  const onPath = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = [...new Set([...onPath, ...LINUX_FOLDERS])].filter((folder) => !folder.startsWith('/snap'));
  const files = LINUX_NAMES[product].flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
  return [...files, product === 'chrome' ? '/snap/bin/chromium' : '/snap/bin/firefox'];
}

/**
 * @param {Product} product
 * @param {string} home
 */
function onMac(product, home) {
  return MAC_APPS[product].flatMap((app) =>
    ['/Applications', path.posix.join(home, 'Applications')].map((folder) =>
      product === 'chrome'
        ? `${folder}/${app}.app/Contents/MacOS/${app}`
        : `${folder}/${app}.app/Contents/MacOS/firefox`,
    ),
  );
}

/**
 * @param {Product} product
 * @param {Machine['env']} env
 */
function onWindows(product, env) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  return WINDOWS_FILES[product].flatMap((file) => folders.map((folder) => path.win32.join(folder, file)));
}
