import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An extension whose DevTools panel, of the same name and path as ours, shows one heading. Returns its folder. */
export async function buildHeadingPanel(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-bench-heading-'));
  await mkdir(path.join(folder, 'src/panel'), { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'bench heading',
    version: '1',
    devtools_page: 'devtools.html',
    background: { service_worker: 'background.js' },
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': '',
    'devtools.html': '<script src="devtools.js"></script>',
    'devtools.js': 'chrome.devtools.panels.create("Vitalog", "", "/src/panel/panel.html");',
    'src/panel/panel.html':
      '<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="panel.js"></script>',
    'src/panel/panel.js':
      'const h = document.createElement("h1"); h.textContent = "Heading"; h.dataset.testid = "heading"; document.getElementById("root").append(h);',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}
