// `npm test`: everything, or the steps and test files that are named: `npm test -- unit e2e lint types FILE`.
import process from 'node:process';
import { ensureBrowser } from '../src/cli/setup/browser.mjs';
import { BUILD_MODES, ensureBuild } from '../src/cli/setup/build.mjs';
import { BROWSER_VARIABLE, PRODUCTS } from '../src/cli/setup/find-browser.mjs';
import { requireNode } from '../src/cli/setup/node-version.mjs';
import { ensurePackages } from '../src/cli/setup/packages.mjs';
import { PROJECT_ROOT } from '../src/cli/setup/project-root.mjs';
import { runScript } from '../src/cli/setup/setup-error.mjs';
import { selectSteps } from './runner/select-steps.mjs';

await runScript(async () => {
  requireNode();
  await ensurePackages(PROJECT_ROOT);
  const { STEPS } = await import('./runner/steps.mjs');
  const { steps, filters } = selectSteps(STEPS, process.argv.slice(2));
  if (steps.some((step) => step.needsBuild)) await ensureBuild(PROJECT_ROOT, BUILD_MODES);
  if (steps.some((step) => step.needsBrowser)) {
    for (const product of PRODUCTS) {
      process.env[BROWSER_VARIABLE[product]] = await ensureBrowser(product, { root: PROJECT_ROOT });
    }
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    const counts = await step.run(PROJECT_ROOT, filters);
    process.stdout.write(
      `${step.name}: ${sentence(counts)}${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}\n`,
    );
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  process.stdout.write(`${sentence(total)}\n`);
});

/** @param {{ passed: number, failed: number }} counts */
function sentence({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
