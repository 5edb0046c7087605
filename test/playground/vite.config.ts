import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { sessionReportValidator } from '../../vite.config.ts';

const PAGES = ['index.html', 'panel.html', 'popup.html'];

/** Serves the panel and the popup in a plain page, fed by recorded sessions: `vite --config test/playground/vite.config.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-playground', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [sessionReportValidator()],
  worker: { format: 'es', plugins: () => [sessionReportValidator()] },
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
  build: { rolldownOptions: { input: PAGES.map((page) => fileURLToPath(new URL(page, import.meta.url))) } },
});
