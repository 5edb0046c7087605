import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** What a bench's extension is made of; paths from the project's root. */
export interface ExtensionParts {
  readonly name: string;
  readonly content: string;
  readonly background: string;
  /** A script for a page of the extension, which becomes `page.js`. */
  readonly page?: string;
}

/** Builds a minimal extension, minified like ours, into a temporary folder. Returns the folder. */
export async function buildExtension({ name, content, background, page }: ExtensionParts): Promise<string> {
  const outDir = await mkdtemp(path.join(tmpdir(), `vitalog-bench-${name}-`));
  for (const [entry, file] of [
    [content, 'content.js'],
    [background, 'background.js'],
    [page, 'page.js'],
  ] as const) {
    if (entry === undefined) continue;
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir,
        emptyOutDir: false,
        target: 'chrome120',
        minify: true,
        lib: { entry, formats: ['iife'], name: 'bench', fileName: () => file },
      },
    });
  }
  const manifest = {
    manifest_version: 3,
    name: `bench ${name}`,
    version: '1',
    permissions: ['storage', 'unlimitedStorage'],
    host_permissions: ['http://*/*'],
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['http://*/*'], js: ['content.js'], run_at: 'document_start' }],
  };
  await writeFile(path.join(outDir, 'manifest.json'), JSON.stringify(manifest));
  return outDir;
}
