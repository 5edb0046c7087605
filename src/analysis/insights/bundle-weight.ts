import type { Finding } from '../../model/insights.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import type { Bytes } from '../../model/units.ts';
import { formatBytes } from '../format.ts';
import { fileName, isOnWire, shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

/** A kind of bundle, the names that build tools give it, and how many bytes on the wire are much and too much. */
interface Bundle {
  readonly what: string;
  readonly name: RegExp;
  readonly overBytes: Bytes;
  readonly highFrom: Bytes;
  readonly advice: string;
}

interface Options {
  readonly bundles: readonly Bundle[];
}

/** The Starter budget's limits. Names as Vite, webpack, Angular, Vue and Next.js give them: stem, then a hash or a version. */
const DEFAULTS: Options = {
  bundles: [
    {
      what: 'the main bundle',
      name: /^(main|index|app|bundle)\b(?=[-._]).*\.m?js$/i,
      overBytes: 400_000,
      highFrom: 500_000,
      advice: 'Split it by route, and load what the first view does not need when it is needed.',
    },
    {
      what: 'the bundle of libraries',
      name: /^(vendors?|chunk-vendors|vendor-bundle|libs?|framework|polyfills)\b(?=[-._~]).*\.m?js$/i,
      overBytes: 800_000,
      highFrom: 1_000_000,
      advice: 'Look for what makes it large (a bundle analyser), and replace or drop it.',
    },
    {
      what: 'the main style sheet',
      name: /^(main|index|app|styles?|site|bundle)\b(?=[-._]).*\.css$/i,
      overBytes: 80_000,
      highFrom: 100_000,
      advice: 'Remove the rules that no page uses, and split the rest by page.',
    },
  ],
};

/** Names the main bundle, the bundle of libraries and the main style sheet where they are heavy, the files of each taken together. */
export const bundleWeight: InsightRule<Options> = {
  id: 'bundle-weight',
  title: 'Heavy bundles',
  why: 'Every page of the site needs them, and scripts must be parsed and run besides.',
  requires: ['resource'],
  concerns: (resource, options) => bundleOf(resource, { ...DEFAULTS, ...options }) !== null,
  run(page, options) {
    const limits = { ...DEFAULTS, ...options };
    const byBundle = new Map<Bundle, Map<string, BundleFile>>(limits.bundles.map((bundle) => [bundle, new Map()]));
    for (const file of page.resources) {
      const bundle = bundleOf(file, limits);
      const size = bundle === null ? null : fileBytes(file);
      const files = bundle === null ? undefined : byBundle.get(bundle);
      if (size !== null && size > (files?.get(file.url)?.size ?? -1)) files?.set(file.url, { file, size });
    }
    const findings = [...byBundle].flatMap(([bundle, files]) => findingOf(bundle, [...files.values()]));
    return failOn(findings.sort((a, b) => (b.size ?? 0) - (a.size ?? 0)));
  },
};

interface BundleFile {
  readonly file: ResourceRecord;
  readonly size: Bytes;
}

/** On the files of a bundle, of which there is one or none where they are light enough. */
function findingOf({ what, overBytes, highFrom, advice }: Bundle, files: readonly BundleFile[]): readonly Finding[] {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const [largest, ...others] = files.toSorted((a, b) => b.size - a.size);
  if (largest === undefined || total <= overBytes) return [];
  const { url, startTime, duration } = largest.file;
  const more = others.length === 0 ? '' : ` with ${others.length} more ${others.length === 1 ? 'file' : 'files'}`;
  return [
    {
      message: `${shortUrl(url)}, ${what}${more}, has ${formatBytes(total)} on the wire; ${formatBytes(overBytes)} are enough. ${advice}`,
      severity: total > highFrom ? 'high' : 'medium',
      url,
      startTime,
      duration,
      size: total,
      savings: { bytes: total - overBytes },
    },
  ];
}

/** The kind of bundle that a file is; null when it is none. */
function bundleOf({ resourceType, url }: ResourceRecord, { bundles }: Options): Bundle | null {
  if ((resourceType !== 'script' && resourceType !== 'stylesheet') || !isOnWire(url)) return null;
  return bundles.find(({ name }) => name.test(fileName(url))) ?? null;
}

/** One that came out of a cache counts with its body: a first visit transfers that. */
function fileBytes({ delivery, transferSize, encodedBodySize }: ResourceRecord): Bytes | null {
  return delivery === 'network' ? transferSize.value : (encodedBodySize.value ?? transferSize.value);
}
