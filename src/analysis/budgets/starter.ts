import type { Budget } from '../../model/budget.ts';

const KB = 1000;
const MB = 1_000_000;

/**
 * The budget that applies until the user writes one: a fair page on a fair phone. Where a class of resources has one limit only,
 * going over it is an error. Sizes are decimal (see format.ts).
 */
export const STARTER_BUDGET: Budget = {
  name: 'Starter',
  match: '*',
  limits: [
    { metric: 'LCP', warn: 2500, error: 3000 },
    { metric: 'CLS', warn: 0.1, error: 0.15 },
    { metric: 'INP', warn: 200, error: 500 },
    { metric: 'FCP', warn: 1500, error: 2000 },
    { metric: 'FID', warn: 100, error: 200 },
    { metric: 'TBT', warn: 200, error: 600 },
    { metric: 'TTI', warn: 3500, error: 5000 },
    { metric: 'file-size:main*.js', warn: 400 * KB, error: 500 * KB },
    { metric: 'file-size:vendor*.js', warn: 800 * KB, error: 1 * MB },
    { metric: 'file-size:main*.css', warn: 80 * KB, error: 100 * KB },
    { metric: 'resource-size:total', warn: 1.5 * MB, error: 2 * MB },
    { metric: 'resource-size:image', error: 5 * MB },
    { metric: 'resource-count:image', error: 50 },
    { metric: 'resource-size:font', error: 500 * KB },
    { metric: 'resource-count:font', error: 4 },
    { metric: 'resource-size:script', error: 2 * MB },
    { metric: 'resource-count:script', error: 10 },
    { metric: 'resource-size:stylesheet', error: 200 * KB },
    { metric: 'resource-count:stylesheet', error: 5 },
    { metric: 'api-response-time:p95', warn: 200, error: 500 },
    { metric: 'api-error-rate', warn: 0.001, error: 0.01 },
  ],
};
