import { make } from './known.ts';
import type { FaultSuite } from './suite.ts';

/** Opens the page, makes `count` entries in it, waits until it has painted and leaves it. */
export async function passingVisit(suite: FaultSuite, path: string, count: number): Promise<void> {
  const visitor = await suite.open(path);
  await make(visitor, count);
  await visitor.waitForFunction('performance.getEntriesByName("first-contentful-paint").length === 1');
  await visitor.goto(suite.url('/elsewhere'));
  await visitor.close();
}
