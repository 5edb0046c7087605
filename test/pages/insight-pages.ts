import type { InsightPages } from './insight-page.ts';

/** The fixture pages of an insight. Rejects when `insights/` has none under its id. */
export async function insightPages(id: string): Promise<InsightPages> {
  const { pages } = (await import(`./insights/${id}.ts`)) as { readonly pages: InsightPages };
  return pages;
}
