import { fileURLToPath } from 'node:url';

/** The folder of package.json, with a trailing separator removed. */
export const PROJECT_ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
