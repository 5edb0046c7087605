import { type InsightPages, page } from '../insight-page.ts';

export const pages: InsightPages = {
  fails: { culprit: { path: '/' }, serve: () => ({ '/': page({}, { delay: 750 }) }) },
  passes: { serve: () => ({ '/': page({}, { delay: 100 }) }) },
};
