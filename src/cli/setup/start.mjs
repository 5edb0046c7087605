// `npm start`: makes sure of packages, build and browser, then runs the command line in this process.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { BROWSER_VARIABLE } from './find-browser.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runScript } from './setup-error.mjs';

await runScript(async () => {
  requireNode();
  // Not strict: the command line itself says what is wrong with its arguments.
  const { values } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, browser: { type: 'string' }, 'browser-path': { type: 'string' } },
    strict: false,
  });
  await ensurePackages(PROJECT_ROOT);
  const product = values.browser === 'firefox' ? 'firefox' : 'chrome';
  await ensureBuild(PROJECT_ROOT, [product, 'cli']);
  if (!values.help) {
    const explicitPath = typeof values['browser-path'] === 'string' ? values['browser-path'] : undefined;
    process.env[BROWSER_VARIABLE[product]] = await ensureBrowser(product, { root: PROJECT_ROOT, explicitPath });
  }
  await import(pathToFileURL(path.join(PROJECT_ROOT, 'dist/cli/main.js')).href);
});
