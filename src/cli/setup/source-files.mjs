/** What the source zip holds: what a reviewer needs to make the same bytes with `npm ci` and `npm run build`. */
export const SOURCE_FILES = [
  'package.json',
  'package-lock.json',
  'manifest.json',
  'vite.config.ts',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  'public',
  'src',
  'test/pages',
];
