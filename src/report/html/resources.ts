import { formatMs, formatSize } from '../../analysis/format.ts';
import type { PhaseName, ResourceRecord } from '../../model/resources.ts';
import { html, type SafeHtml } from './escape.ts';
import { localUrl } from './page-view.ts';
import { type Column, section, table } from './table.ts';

const TOP = 10;
const PHASES: Readonly<Record<PhaseName, string>> = {
  redirect: 'redirect',
  queued: 'queued',
  dns: 'DNS',
  connect: 'connect',
  tls: 'TLS',
  wait: 'waiting for the server',
  download: 'download',
};

/** The largest and the slowest requests. */
export function resourcesSection(resources: readonly ResourceRecord[], page: string): SafeHtml | null {
  if (resources.length === 0) return null;
  const largest = resources
    .filter(({ transferSize }) => (transferSize.value ?? 0) > 0)
    .toSorted((a, b) => (b.transferSize.value ?? 0) - (a.transferSize.value ?? 0));
  const slowest = resources.toSorted((a, b) => b.duration - a.duration);
  const columns: readonly Column<ResourceRecord>[] = [
    { title: 'Resource', kind: 'url', cell: ({ url }) => localUrl(url, page) },
    { title: 'Type', cell: ({ resourceType }) => resourceType },
    { title: 'Status', kind: 'number', cell: ({ status }) => status ?? 'unknown' },
    {
      title: 'Transferred',
      kind: 'number',
      cell: ({ transferSize, delivery }) => (delivery === 'cache' ? 'from cache' : formatSize(transferSize)),
    },
    { title: 'Decoded', kind: 'number', cell: ({ decodedBodySize }) => formatSize(decodedBodySize) },
    { title: 'Duration', kind: 'number', cell: ({ duration }) => formatMs(duration) },
    { title: 'Mostly', cell: longestPhase },
  ];
  return html`${section('Largest resources', null, largest.length > 0 ? table('Largest resources', columns, largest.slice(0, TOP)) : html`<p class="empty">No size is known.</p>`)}
${section('Slowest resources', null, table('Slowest resources', columns, slowest.slice(0, TOP)))}`;
}

function longestPhase({ phases }: ResourceRecord): string {
  const known = Object.entries(phases).flatMap(([name, ms]) => (ms === null ? [] : [{ name, ms }]));
  const longest = known.toSorted((a, b) => b.ms - a.ms)[0];
  if (longest === undefined || longest.ms === 0) return 'unknown';
  return `${PHASES[longest.name as PhaseName]}, ${formatMs(longest.ms)}`;
}
