import { formatMs, formatSize } from '../../analysis/format.ts';
import { largestResources, slowestResources } from '../../analysis/large-and-slow.ts';
import type { PhaseName, ResourceRecord } from '../../model/resources.ts';
import { type HtmlValue, html, type SafeHtml } from './escape.ts';
import { localUrl } from './page-view.ts';
import { type Column, section, table } from './table.ts';

const TOP = 10;
const PHASES: Readonly<Record<PhaseName, string>> = {
  redirect: 'redirect',
  queued: 'queued',
  dns: 'DNS',
  connect: 'connect',
  tls: 'TLS',
  request: 'request',
  wait: 'server wait',
  earlyHints: 'after early hints',
  download: 'download',
};

/** The largest and the slowest requests. */
export function resourcesSection(resources: readonly ResourceRecord[], page: string): SafeHtml | null {
  if (resources.length === 0) return null;
  const largest = largestResources({ resources }, TOP);
  const slowest = slowestResources({ resources }, TOP);
  const columns: readonly Column<ResourceRecord>[] = [
    { title: 'Resource', kind: 'url', cell: ({ url, frame }) => inFrame(url, frame, page) },
    { title: 'Type', cell: ({ resourceType }) => resourceType },
    { title: 'Status', kind: 'number', cell: ({ status }) => status ?? 'unknown' },
    {
      title: 'Transferred',
      kind: 'number',
      cell: ({ transferSize, delivery }) => (delivery === 'cache' ? 'from cache' : formatSize(transferSize)),
    },
    { title: 'Decoded', kind: 'number', cell: ({ decodedBodySize }) => formatSize(decodedBodySize) },
    { title: 'Duration', kind: 'number', cell: ({ duration }) => formatMs(duration) },
    { title: 'Mostly', kind: 'short', cell: longestPhase },
  ];
  const list = (title: string, rows: readonly ResourceRecord[], empty: string) =>
    section(title, null, rows.length > 0 ? table(title, columns, rows) : html`<p class="empty">${empty}</p>`);
  return html`${list('Largest resources', largest, 'No size is known.')}
${list('Slowest resources', slowest, 'No request was recorded.')}`;
}

function inFrame(url: string, frame: string | null, page: string): HtmlValue {
  const name = localUrl(url, page);
  return frame === null || frame === url ? name : html`${name} <span class="muted">in ${localUrl(frame, page)}</span>`;
}

function longestPhase({ phases }: ResourceRecord): string {
  const known = Object.entries(phases).flatMap(([name, ms]) => (ms === null ? [] : [{ name, ms }]));
  const longest = known.toSorted((a, b) => b.ms - a.ms)[0];
  if (longest === undefined || longest.ms === 0) return 'unknown';
  return `${PHASES[longest.name as PhaseName]} ${formatMs(longest.ms)}`;
}
