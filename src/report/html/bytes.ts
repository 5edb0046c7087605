import { formatTotal } from '../../analysis/format.ts';
import type { ResourceTotal } from '../../model/resources.ts';
import { html, type SafeHtml } from './escape.ts';
import { section } from './table.ts';

const LABELS: Readonly<Record<ResourceTotal['resourceType'], string>> = {
  document: 'Document',
  script: 'Scripts',
  stylesheet: 'Style sheets',
  image: 'Images',
  media: 'Media',
  font: 'Fonts',
  other: 'Other',
  total: 'Total',
  'third-party': 'Third-party',
};

/** Requests and transferred bytes per type of resource, as bars on one scale. */
export function bytesSection(totals: readonly ResourceTotal[]): SafeHtml {
  const types = totals.filter(
    ({ resourceType, requests }) => requests > 0 && resourceType !== 'total' && resourceType !== 'third-party',
  );
  const sums = totals.filter(
    ({ resourceType, requests }) => requests > 0 && !types.some((type) => type.resourceType === resourceType),
  );
  if (types.length === 0) return section('Bytes by type', null, html`<p class="empty">No request was recorded.</p>`);
  const largest = Math.max(1, ...types.map(({ transferSize }) => transferSize.value));
  const rows = types
    .toSorted((a, b) => b.transferSize.value - a.transferSize.value)
    .map((total) => row(total, (total.transferSize.value / largest) * 100));
  const unknown = totals.find(({ resourceType }) => resourceType === 'total')?.transferSize.unknown ?? 0;
  const note =
    unknown > 0
      ? `The browser hides the size of ${unknown} cross-origin ${unknown === 1 ? 'response' : 'responses'}: sums are lower bounds.`
      : null;
  return section('Bytes by type', note, html`<ul class="bytes">${rows}${sums.map((total) => row(total, null))}</ul>`);
}

function row({ resourceType, requests, transferSize }: ResourceTotal, width: number | null): SafeHtml {
  const bar = html`<svg width="100%" height="14" aria-hidden="true"><rect class="t-${resourceType}" width="${(width ?? 0).toFixed(2)}%" height="14" rx="2"/></svg>`;
  return html`<li class="${width === null ? 'sum' : 'one'}"><span>${LABELS[resourceType]}</span><span class="track">${width !== null && bar}</span>
<span class="number">${formatTotal(transferSize)}</span><span class="number muted">${requests} ${requests === 1 ? 'request' : 'requests'}</span></li>
`;
}
