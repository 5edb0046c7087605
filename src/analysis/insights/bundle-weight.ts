import type { Finding } from '../../model/insights.ts';
import type { Bytes } from '../../model/units.ts';
import { counted } from '../counted.ts';
import { formatBytes } from '../format.ts';
import type { BundleFiles, BundleKind } from '../resources/bundle-files.ts';
import { shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

/** How many bytes of a kind of bundle are much and too much, and what to do about it. */
interface BundleLimit {
  readonly what: string;
  readonly overBytes: Bytes;
  readonly highFrom: Bytes;
  readonly advice: string;
}

interface Options {
  readonly bundles: Readonly<Record<BundleKind, BundleLimit>>;
}

/** The Starter budget's limits. */
const DEFAULTS: Options = {
  bundles: {
    main: {
      what: 'the main bundle',
      overBytes: 400_000,
      highFrom: 500_000,
      advice: 'Split it by route, and load what the first view does not need when it is needed.',
    },
    libraries: {
      what: 'the bundle of libraries',
      overBytes: 800_000,
      highFrom: 1_000_000,
      advice: 'Look for what makes it large (a bundle analyser), and replace or drop it.',
    },
    styles: {
      what: 'the main style sheet',
      overBytes: 80_000,
      highFrom: 100_000,
      advice: 'Remove the rules that no page uses, and split the rest by page.',
    },
  },
};

/** Names the main bundle, the bundle of libraries and the main style sheet where they are heavy, the files of each taken together. */
export const bundleWeight: InsightRule<Options> = {
  id: 'bundle-weight',
  title: 'Heavy bundles',
  why: 'Every page of the site needs them, and scripts must be parsed and run besides.',
  requires: ['resource'],
  // It looks into `bundles` alone.
  concerns: () => false,
  run(page, options) {
    const limits = { ...DEFAULTS, ...options }.bundles;
    const heavy = page.bundles.filter(({ kind, bytes }) => bytes > limits[kind].overBytes);
    return failOn(heavy.map((files) => findingOf(files, limits[files.kind])).sort((a, b) => b.size - a.size));
  },
};

function findingOf(
  { count, bytes, largest }: BundleFiles,
  { what, overBytes, highFrom, advice }: BundleLimit,
): Finding & { readonly size: Bytes } {
  const { url, startTime, duration } = largest;
  const more = count === 1 ? '' : ` with ${counted(count - 1, 'more file')}`;
  return {
    message: `${shortUrl(url)}, ${what}${more}, has ${formatBytes(bytes)} on the wire; ${formatBytes(overBytes)} are enough. ${advice}`,
    severity: bytes > highFrom ? 'high' : 'medium',
    url,
    startTime,
    duration,
    size: bytes,
    savings: { bytes: bytes - overBytes },
  };
}
