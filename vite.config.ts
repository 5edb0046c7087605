import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

const PREACT_INNER_HTML = /(\w+)\.innerHTML\s*=\s*(\w+)\.__html/g;

/**
 * Replaces Preact's branch for `dangerouslySetInnerHTML`, which we never use and which add-on reviewers flag.
 * Fails the build when Preact changes shape, so that the branch cannot come back unseen.
 */
function withoutInnerHtml(): Plugin {
  let replaced = 0;
  return {
    name: 'vitalog:without-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\./.test(id)) return;
      const result = code.replace(PREACT_INNER_HTML, (_, element: string, value: string) => {
        replaced += 1;
        return `${element}.textContent = ${value}.__html`;
      });
      return { code: result, map: null };
    },
    generateBundle(_, bundle) {
      const usesPreact = Object.values(bundle).some(
        (chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => /[\\/]preact[\\/]dist[\\/]preact\./.test(id)),
      );
      if (usesPreact && replaced === 0) this.error('Preact no longer holds the innerHTML branch that we replace.');
    },
  };
}

/** `vite build --mode chrome` (default), `firefox` or `cli`; each fills its own folder under dist. */
export default defineConfig(({ mode }) => {
  const shared = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
  if (mode === 'cli') {
    return {
      publicDir: false,
      build: {
        outDir: 'dist/cli',
        target: 'node20',
        minify: false,
        ssr: 'src/cli/main.ts',
        emptyOutDir: true,
      },
      ssr: { noExternal: ['web-vitals'] },
    };
  }
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    oxc: shared,
    plugins: [withoutInnerHtml(), crx({ manifest: manifest as unknown as ManifestV3Export, browser })],
    build: {
      outDir: `dist/${browser}`,
      target: browser === 'chrome' ? 'chrome120' : 'firefox142',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { panel: 'src/panel/panel.html' } },
    },
  };
});
