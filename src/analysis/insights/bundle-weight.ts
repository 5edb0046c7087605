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

/** Names the main bundle, the bundle of libraries and the main style sheet where they are heavy. */
export const bundleWeight: InsightRule<Options> = {
  id: 'bundle-weight',
  title: 'Heavy bundles',
  why: 'Every page of the site needs them, and scripts must be parsed and run besides.',
  requires: ['resource'],
  concerns: (resource, options) => heavyBundle(resource, { ...DEFAULTS, ...options }) !== null,
  run(page, options) {
    const limits = { ...DEFAULTS, ...options };
    const files = new Map(
      page.resources.flatMap((file) => {
        const heavy = heavyBundle(file, limits);
        return heavy === null ? [] : [[file.url, { file, ...heavy }]];
      }),
    );
    const findings = [...files.values()].map(
      ({ file, bundle, size }): Finding => ({
        message: `${shortUrl(file.url)}, ${bundle.what}, has ${formatBytes(size)} on the wire; ${formatBytes(bundle.overBytes)} are enough. ${bundle.advice}`,
        severity: size > bundle.highFrom ? 'high' : 'medium',
        url: file.url,
        startTime: file.startTime,
        duration: file.duration,
        size,
        savings: { bytes: size - bundle.overBytes },
      }),
    );
    return failOn(findings.sort((a, b) => (b.size ?? 0) - (a.size ?? 0)));
  },
};

/** The kind of bundle that a file is, with its size; null when it is none, or light enough. */
function heavyBundle(file: ResourceRecord, { bundles }: Options): { bundle: Bundle; size: Bytes } | null {
  const { resourceType, url } = file;
  if ((resourceType !== 'script' && resourceType !== 'stylesheet') || !isOnWire(url)) return null;
  const bundle = bundles.find(({ name }) => name.test(fileName(url)));
  const size = fileBytes(file);
  return bundle === undefined || size === null || size <= bundle.overBytes ? null : { bundle, size };
}

/** One that came out of a cache counts with its body: a first visit transfers that. */
function fileBytes({ delivery, transferSize, encodedBodySize }: ResourceRecord): Bytes | null {
  return delivery === 'network' ? transferSize.value : (encodedBodySize.value ?? transferSize.value);
}
