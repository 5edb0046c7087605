import type { ReportPageLoad } from '../../model/report.ts';

/** URL of the resource that was the largest contentful paint of the page's load; null when that was no resource, or is not known. */
export function lcpUrlOf({ views }: Pick<ReportPageLoad, 'views'>): string | null {
  const url = views[0]?.metrics.find(({ name }) => name === 'LCP')?.attribution.url;
  return typeof url === 'string' && url !== '' ? url : null;
}
