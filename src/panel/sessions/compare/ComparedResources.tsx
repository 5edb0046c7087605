import { useSignal } from '@preact/signals';
import type { ComparedResource, ResourceChange } from '../../../analysis/compare/compare-resources.ts';
import { MoreButton } from '../../components/MoreButton.tsx';
import { inColumn } from '../../format.ts';
import type { ToneText } from '../../state/session-text.ts';
import { relativeUrl } from '../../state/url-text.ts';
import { type ComparisonRow, ComparisonTable } from './ComparisonTable.tsx';
import { differenceText } from './change-text.ts';

const STEP = 25;

/** Files that were added, removed or changed their size, the largest difference first. */
export function ComparedResources({
  resources,
  origin,
}: {
  readonly resources: readonly ResourceChange[];
  readonly origin: string;
}) {
  const limit = useSignal(STEP);
  const rows = resources.slice(0, limit.value).map(({ kind, key, a, b, difference }): ComparisonRow => {
    const { url, requests = 1 } = b ?? a ?? { url: key };
    return {
      key: `${kind} ${key} ${url}`,
      label: `${relativeUrl(url, origin)}${requests > 1 ? ` ×${requests}` : ''}`,
      title: a && b && a.url !== b.url ? `${a.url}\nnow ${b.url}` : url,
      a: side(a),
      b: side(b),
      change: changeText(kind, difference),
    };
  });
  return (
    <section class="section" aria-labelledby="compared-resources">
      <h2 id="compared-resources">Files added, removed, grown and shrunk</h2>
      <p class="muted compared-rest">
        By the size in which they are sent, whether they came over the network or from a cache. A file that was built
        anew under another name is the same file.
      </p>
      {rows.length === 0 ? (
        <p class="none">Both have the same files of the same size, as far as sizes are known.</p>
      ) : (
        <ComparisonTable heading="File" rows={rows} />
      )}
      <MoreButton
        shown={limit.value}
        total={resources.length}
        step={STEP}
        onMore={(shown) => {
          limit.value = shown;
        }}
      />
    </section>
  );
}

function side(resource: ComparedResource | null): ToneText {
  if (resource === null) return { tone: 'none', text: '–' };
  return { tone: 'none', text: resource.size === null ? 'unknown' : inColumn.bytes(resource.size) };
}

function changeText(kind: ResourceChange['kind'], difference: number | null): ToneText {
  const tone = kind === 'added' || kind === 'grown' ? 'warn' : 'good';
  return {
    tone,
    text: difference === null ? `${kind}, size unknown` : `${differenceText(difference, 'bytes')}, ${kind}`,
  };
}
