import type { CacheLimits, StoreStatistics } from '../../model/cache.ts';
import { counted, formatBytes, formatCount } from '../format.ts';
import type { SnapshotCacheStatistics } from '../state/snapshot-cache.ts';
import { compressionText, hitText, recordsText } from './storage-text.ts';

interface Props {
  readonly statistics: StoreStatistics;
  readonly limits: CacheLimits;
  readonly memory: SnapshotCacheStatistics;
}

/** How full the store is, and how it fares as a cache. */
export function UsageSection({ statistics, limits, memory }: Props) {
  const { storedBytes, pageLoads, rawBytes, evictedPageLoads, evictedBytes, rows } = statistics;
  const facts: readonly (readonly [string, string])[] = [
    ['Removed by the limits', `${counted(evictedPageLoads, 'page load')}, ${formatBytes(evictedBytes)}`],
    ['Read from memory in this panel', hitText(memory)],
    [
      'In memory',
      `${counted(memory.entries, 'entry', 'entries')} of ${counted(memory.pageLoads, 'page load')}, ${formatCount(memory.evictions)} let go`,
    ],
    ['Records', recordsText(rows)],
  ];
  return (
    <section class="section" aria-labelledby="usage-title">
      <h2 id="usage-title">On this disk</h2>
      <div class="meters">
        <Meter
          label="Entries"
          value={storedBytes}
          max={limits.maxBytes}
          text={`${formatBytes(storedBytes)} of ${formatBytes(limits.maxBytes)}`}
        />
        <Meter
          label="Page loads"
          value={pageLoads}
          max={limits.maxPageLoads}
          text={`${formatCount(pageLoads)} of ${formatCount(limits.maxPageLoads)}`}
        />
      </div>
      <p class="muted">{compressionText(statistics, formatBytes(rawBytes))}</p>
      <dl class="facts" data-testid="store-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly text: string;
}

function Meter({ label, value, max, text }: MeterProps) {
  return (
    <div class="meter">
      <span id={`meter-${label}`}>{label}</span>
      <span class="meter-text">{text}</span>
      <meter aria-labelledby={`meter-${label}`} min={0} max={max} high={max * 0.9} value={value}>
        {text}
      </meter>
    </div>
  );
}
