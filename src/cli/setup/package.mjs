// `npm run package`: builds, then writes the zips that the stores take.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { PROJECT_ROOT } from './project-root.mjs';
import { runScript } from './setup-error.mjs';
import { SOURCE_FILES } from './source-files.mjs';
import { zipFiles } from './zip.mjs';

await runScript(async () => {
  requireNode();
  await ensurePackages(PROJECT_ROOT);
  await buildAll(PROJECT_ROOT);
  const dist = path.join(PROJECT_ROOT, 'dist');
  const { version } = JSON.parse(await readFile(path.join(dist, 'chrome/manifest.json'), 'utf8'));
  const zips = [
    { name: `vitalog-chrome-${version}.zip`, folder: path.join(dist, 'chrome'), inputs: ['.'] },
    { name: `vitalog-firefox-${version}.zip`, folder: path.join(dist, 'firefox'), inputs: ['.'] },
    { name: `vitalog-source-${version}.zip`, folder: PROJECT_ROOT, inputs: SOURCE_FILES },
  ];
  for (const { name, folder, inputs } of zips) {
    const zip = await zipFiles(folder, inputs);
    await writeFile(path.join(dist, name), zip);
    process.stderr.write(`dist/${name}: ${(zip.length / 1024).toFixed(0)} KiB\n`);
  }
});
