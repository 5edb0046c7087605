import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build, defineConfig, type Plugin } from 'vite';
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

/**
 * Builds a script that is registered while the extension runs, so that the manifest does not name it, into one classic file of the
 * same path. CRXJS has `?script` for that, which makes the file web-accessible: any page could ask for it and know that we are there.
 */
function classicScript(file: string, target: string, mode: string): Plugin {
  return {
    name: 'vitalog:classic-script',
    apply: 'build',
    async generateBundle() {
      const lib = { entry: file, formats: ['iife' as const], name: 'script', fileName: 'script' };
      const built = await build({
        mode,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: { write: false, lib, target },
      });
      const [output] = [built].flat();
      const code = output && 'output' in output ? output.output[0].code : null;
      if (code === null) this.error(`${file} came to no script.`);
      this.emitFile({ type: 'asset', fileName: file.replace(/\.ts$/, '.js'), source: code });
    },
  };
}

const LCP_FINALIZING =
  /let (\w+)=\[`keydown`,`click`,`visibilitychange`\],(\w+)=[\s\S]*?for\(let (\w+) of \1\)addEventListener\(\3,\2,\{capture:!0\}\);/;

/**
 * Gives web-vitals' private members (`_sessionValue`; nothing else begins with an underscore) short names in the collector, as
 * they have in web-vitals' own bundle, of which we use parts; and takes out what has its LCP report once more, at an input, a value that is
 * reported on every change anyway: it would be a call into the collector at every click and key.
 */
function trimmedWebVitals(file: string): Plugin {
  return {
    name: 'vitalog:trimmed-web-vitals',
    enforce: 'post',
    apply: 'build',
    generateBundle(_, bundle) {
      const script = bundle[file];
      if (script?.type !== 'asset') return this.error(`${file} was not built.`);
      const source = String(script.source);
      if (!LCP_FINALIZING.test(source))
        return this.error("web-vitals' LCP no longer holds the listeners that we take out.");
      const names: string[] = [];
      script.source = source.replace(LCP_FINALIZING, '').replace(/\b_[a-zA-Z]\w+\b/g, (name) => {
        if (!names.includes(name)) names.push(name);
        return `$${names.indexOf(name)}`;
      });
    },
  };
}

/**
 * Serves `virtual:session-report-validator`: the schema of session reports compiled into a function, since extension pages may not
 * compile code while they run. Tests that import reports need the plugin too.
 */
export function sessionReportValidator(): Plugin {
  const id = 'virtual:session-report-validator';
  return {
    name: 'vitalog:session-report-validator',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(resolved) {
      if (resolved !== `\0${id}`) return null;
      const file = resolve(import.meta.dirname, 'src/report/session-report.schema.json');
      this.addWatchFile(file);
      const schema = JSON.parse(await readFile(file, 'utf8'));
      // Dates are read with Date where they matter; formats would need code that is not in the function.
      const ajv = new Ajv2020({
        code: { source: true, esm: true },
        strict: false,
        validateFormats: false,
        inlineRefs: false,
      });
      return { code: standaloneCode(ajv, ajv.compile(schema)), map: null };
    },
  };
}

/** Parts of web-vitals that the collector has an answer of its own to; a page carries one, not two. */
const WEB_VITALS_REPLACEMENTS = {
  getSelector: 'web-vitals-selector.ts',
  whenActivated: 'web-vitals-activation.ts',
  whenIdleOrHidden: 'web-vitals-activation.ts',
  bindReporter: 'web-vitals-reporter.ts',
  initMetric: 'web-vitals-metric.ts',
  getNavigationEntry: 'web-vitals-navigation.ts',
  getActivationStart: 'web-vitals-navigation.ts',
  softNavs: 'web-vitals-soft-navigations.ts',
  getVisibilityWatcher: 'web-vitals-visibility.ts',
  initUnique: 'web-vitals-unique.ts',
  observe: 'web-vitals-observe.ts',
  interactionCountPolyfill: 'web-vitals-interaction-count.ts',
};

interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/**
 * Three chunks for all that the panel begins with: what only the panel does, what other pages of ours do too, and what the background
 * does too; and one for the overview, which comes next. Left alone, every set of lazy views that shares a module makes a chunk of its
 * own, fifty in all, and each is a request that the panel waits for. What the panel runs as it starts stays out of them, since others
 * load them too.
 */
function chunkOf(id: string, graph: ModuleGraph): string | null {
  if (/[\\/]panel\.(html|tsx)$/.test(id)) return null;
  const needing = new Set([id]);
  for (const one of needing) for (const by of graph.getModuleInfo(one)?.importers ?? []) needing.add(by);
  const entries = [...needing].filter((one) => graph.getModuleInfo(one)?.isEntry).map((one) => basename(one));
  const isOfOverview = [...needing].some((one) => basename(one) === 'OverviewView.tsx');
  if (!entries.includes('panel.html') && !isOfOverview) return null;
  if (entries.some((entry) => /^(background|devtools)\./.test(entry))) return 'core';
  if (entries.length === 0) return 'overview';
  return entries.join() === 'panel.html' ? 'panel-view' : 'pages';
}

/** A group takes what its modules import with it, so the one that all others may import comes first. */
const CHUNKS = ['core', 'pages', 'panel-view', 'overview'].map((chunk, i, chunks) => ({
  name: (id: string, graph: ModuleGraph) => (chunkOf(id, graph) === chunk ? chunk : null),
  debugName: chunk,
  priority: chunks.length - i,
}));

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
      plugins: [sessionReportValidator()],
      ssr: { noExternal: ['web-vitals', 'third-party-web'] },
    };
  }
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const target = browser === 'chrome' ? 'chrome120' : 'firefox142';
  // Private windows get a worker of their own, whose database is in memory. Firefox does not know "split" and refuses it.
  const extension = browser === 'chrome' ? { ...manifest, incognito: 'split' } : manifest;
  return {
    oxc: shared,
    resolve: {
      alias: Object.entries(WEB_VITALS_REPLACEMENTS).map(([name, file]) => ({
        find: new RegExp(`^\\.{1,2}/.*\\b${name}\\.js$`),
        replacement: resolve('src/content', file),
      })),
    },
    plugins: [
      withoutInnerHtml(),
      sessionReportValidator(),
      classicScript('src/content/script-errors.iife.ts', target, mode),
      classicScript('src/content/script-error-receiver.iife.ts', target, mode),
      classicScript('src/content/outline.iife.ts', target, mode),
      crx({ manifest: extension as unknown as ManifestV3Export, browser }),
      trimmedWebVitals('src/content/collector.iife.js'),
    ],
    worker: { format: 'es' as const, plugins: () => [sessionReportValidator()] },
    build: {
      outDir: `dist/${browser}`,
      target,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { panel: 'src/panel/panel.html' },
        output: { codeSplitting: { groups: CHUNKS } },
      },
    },
  };
});
