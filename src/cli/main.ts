import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

// Built, this file is dist/cli/main.js, and the extensions are beside it.
const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

process.exitCode = await run(process.argv.slice(2), dist);
