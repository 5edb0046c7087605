import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');

/** What lint says of a file in `src/<folder>` that holds this one import. */
function lint(folder: string, specifier: string): string {
  const directory = mkdtempSync(join('src', folder, 'import-rule-'));
  try {
    const file = join(directory, 'probe.ts');
    writeFileSync(file, `import { x } from '${specifier}';\n\nexport const y = x;\n`);
    execFileSync(process.execPath, [BIOME, 'lint', '--vcs-enabled=false', file], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { readonly stderr?: unknown }).stderr);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

it.each([
  ['model', '../../analysis/verdict.ts', 'model imports nothing'],
  ['model', 'idb', 'model imports no packages'],
  ['analysis', '../../store/reader.ts', 'analysis imports model'],
  ['analysis', '../../report/html.ts', 'analysis imports model'],
  ['report', '../../panel/panel.tsx', 'report imports model, analysis'],
  ['content', '../../analysis/format.ts', 'content imports channel, model'],
  ['content', 'preact', 'content has no views'],
  ['content', 'webextension-polyfill', 'content runs without webextension-polyfill'],
  ['background', '../../panel/panel.tsx', 'background imports channel, store, analysis, model'],
  ['panel', '../../store/writer.ts', 'only background writes to the store'],
  ['panel', 'idb', 'only store imports idb'],
  ['popup', '../../background/ingest.ts', 'popup imports'],
  ['store', '../../channel/messages.ts', 'store imports model'],
  ['cli', '../../store/writer.ts', 'cli imports analysis, report, model'],
])('in %s, importing %s is a lint error that names the rule', (folder, specifier, rule) => {
  expect(lint(folder, specifier)).toContain(rule);
});

it.each([
  ['panel', '../../store/reader.ts'],
  ['background', '../../store/writer.ts'],
  ['report', '../../analysis/format.ts'],
])('in %s, importing %s is fine', (folder, specifier) => {
  expect(lint(folder, specifier)).not.toContain('Import rule');
});
