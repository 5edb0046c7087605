import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');

const BROKEN = [
  ['model', '../../analysis/verdict.ts', 'model imports nothing'],
  ['model', 'idb', 'model imports no packages'],
  ['analysis', '../../store/reader.ts', 'analysis imports model'],
  ['analysis', '../../report/html.ts', 'analysis imports model'],
  ['report', '../../panel/panel.tsx', 'report imports model, analysis, har'],
  ['har', '../../channel/messages.ts', 'har imports model'],
  ['analysis', '../../har/har-log.ts', 'analysis imports model'],
  ['content', '../../analysis/format.ts', 'content imports channel, model'],
  ['content', 'preact', 'content has no views'],
  ['content', 'webextension-polyfill', 'content runs without webextension-polyfill'],
  ['background', '../../panel/panel.tsx', 'background imports channel, store, analysis, model'],
  ['panel', '../../store/writer.ts', 'only background writes to the store'],
  ['panel', 'idb', 'only store imports idb'],
  ['popup', '../../background/ingest.ts', 'popup imports'],
  ['store', '../../channel/messages.ts', 'store imports model'],
  ['cli', '../../store/writer.ts', 'cli imports analysis, report, model'],
] as const;

const KEPT = [
  ['panel', '../../store/reader.ts'],
  ['background', '../../store/writer.ts'],
  ['report', '../../analysis/format.ts'],
] as const;

const folders: string[] = [];
/** Where the probe of a folder and an import lies. */
const probes = new Map<string, string>();
let said = '';

/** One run of the linter over a file for each import: starting it is what takes long. */
beforeAll(() => {
  for (const [folder, specifier] of [...BROKEN, ...KEPT]) {
    const directory = mkdtempSync(join('src', folder, 'import-rule-'));
    folders.push(directory);
    const file = join(directory, 'probe.ts');
    writeFileSync(file, `import { x } from '${specifier}';\n\nexport const y = x;\n`);
    probes.set(`${folder} ${specifier}`, file);
  }
  const options = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
  said = spawnSync(process.execPath, [BIOME, ...options, ...probes.values()], { encoding: 'utf8' }).stdout;
}, 60_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** What lint says of the file in `folder` that holds this one import. */
function lint(folder: string, specifier: string): string {
  const file = probes.get(`${folder} ${specifier}`) ?? '';
  return said
    .split('\n')
    .filter((line) => line.includes(file))
    .join('\n');
}

it.each(BROKEN)('in %s, importing %s is a lint error that names the rule', (folder, specifier, rule) => {
  expect(lint(folder, specifier)).toContain(rule);
});

it.each(KEPT)('in %s, importing %s is fine', (folder, specifier) => {
  expect(lint(folder, specifier)).not.toContain('Import rule');
});
