import type { InsightPages } from '../insight-page.ts';
import { page } from '../insight-page.ts';

/** A document whose server says what it was busy with. */
const document = (timing: string) => page({}, { headers: { 'server-timing': timing } });

export const pages: InsightPages = {
  fails: {
    culprit: { path: '/' },
    serve: () => ({ '/': document('cache;desc=MISS, db;dur=720.5;desc="orders by customer", app;dur=80') }),
  },
  passes: {
    status: 'informative',
    serve: () => ({ '/': document('cache;desc=HIT, app;dur=12') }),
  },
};
