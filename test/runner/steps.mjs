import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withProgress } from '../../src/cli/setup/progress.mjs';
import { runCommand } from '../../src/cli/setup/run-command.mjs';
import { runVisibly } from './run-visibly.mjs';
import { countTests } from './vitest-results.mjs';

/** @typedef {import('./vitest-results.mjs').Counts} Counts */

/**
 * One part of `npm test`.
 *
 * @typedef {object} Step
 * @property {string} name what selects it: `npm test -- unit`
 * @property {boolean} needsBuild reads dist
 * @property {boolean} needsBrowser
 * @property {boolean} takesFilters runs test files, so a file filter applies
 * @property {boolean} onlyByName takes long, so that plain `npm test` leaves it out
 * @property {(root: string, filters: readonly string[]) => Promise<Counts>} run
 */

/** @type {readonly Step[]} */
export const STEPS = [
  check('lint', [['@biomejs/biome/bin/biome', 'ci', '.']]),
  check('types', [
    ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
    ['typescript/bin/tsc', '--noEmit', '-p', 'src/tsconfig.pure.json'],
  ]),
  // Mozilla's reviewers run the same; a warning counts as an error (-w).
  check('addon', [['web-ext/bin/web-ext.js', 'lint', '-w', '--no-config-discovery', '-s', 'dist/firefox']], {
    needsBuild: true,
  }),
  tests('unit', { needsBuild: false, needsBrowser: false, onlyByName: false }),
  tests('e2e', { needsBuild: true, needsBrowser: true, onlyByName: false }),
  tests('faults', { needsBuild: true, needsBrowser: true, onlyByName: true }),
  tests('soak', { needsBuild: true, needsBrowser: true, onlyByName: true }),
  tests('pictures', { needsBuild: true, needsBrowser: true, onlyByName: true }),
  tests('bench', { needsBuild: true, needsBrowser: true, onlyByName: true }),
];

/**
 * A step of commands that print what is wrong; each counts as one check.
 *
 * @param {string} name
 * @param {readonly (readonly [script: string, ...args: string[]])[]} commands scripts in node_modules
 * @param {Partial<Pick<Step, 'needsBuild'>>} needs
 * @returns {Step}
 */
function check(name, commands, { needsBuild = false } = {}) {
  return {
    name,
    needsBuild,
    needsBrowser: false,
    takesFilters: false,
    onlyByName: false,
    async run(root) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const [script, ...args] of commands) {
        const command = [path.join(root, 'node_modules', script), ...args];
        const { code, lines } = await withProgress(`${name}: ${path.basename(script)} ${args.join(' ')}`, () =>
          runCommand(process.execPath, command, { cwd: root }),
        );
        if (code === 0) counts.passed += 1;
        else {
          counts.failed += 1;
          process.stderr.write(`${lines.join('\n')}\n`);
        }
      }
      return counts;
    },
  };
}

/**
 * A step of vitest, with the configuration `test/vitest.NAME.config.ts`; counted from its JSON report.
 *
 * @param {string} name
 * @param {Pick<Step, 'needsBuild' | 'needsBrowser' | 'onlyByName'>} needs
 * @returns {Step}
 */
function tests(name, needs) {
  return {
    name,
    ...needs,
    takesFilters: true,
    async run(root, filters) {
      const folder = await mkdtemp(path.join(tmpdir(), 'vitalog-test-'));
      const report = path.join(folder, 'results.json');
      try {
        const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
        const config = `test/vitest.${name}.config.ts`;
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
        const code = await runVisibly([vitest, 'run', '--config', config, ...reporters, ...filters], root);
        return countTests(await readFile(report, 'utf8').catch(() => null), code, filters.length > 0);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
