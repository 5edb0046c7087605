import type { ResourceRecord } from '../../model/resources.ts';
import { formatBytes } from '../format.ts';
import { fileExtension, shortUrl } from '../url.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Body bytes; smaller texts gain nothing that is worth a warning. */
  readonly overBytes: number;
  /** Body bytes from which the finding is of high, and of medium severity. */
  readonly highFrom: number;
  readonly mediumFrom: number;
}

/** 1,400 B is one TCP segment: Lighthouse's threshold (core/audits/byte-efficiency/uses-text-compression.js). */
const DEFAULTS: Options = { overBytes: 1400, highFrom: 500_000, mediumFrom: 50_000 };

/** Names every text that came over the network as large as it is. Only sizes that the browser tells count. */
export const uncompressedText: InsightRule<Options> = {
  id: 'uncompressed-text',
  title: 'Uncompressed text',
  why: 'Text usually compresses to a third or less, so most of these bytes need not be sent.',
  requires: ['resource'],
  concerns: (resource, options) => (uncompressedSize(resource) ?? 0) > { ...DEFAULTS, ...options }.overBytes,
  run(page, options) {
    const { overBytes, highFrom, mediumFrom } = { ...DEFAULTS, ...options };
    const bare = page.resources
      .flatMap((resource) => {
        const size = uncompressedSize(resource);
        return size !== null && size > overBytes ? [{ resource, size }] : [];
      })
      .sort((a, b) => b.size - a.size);
    return failOn(
      bare.map(({ resource: { url, startTime, duration }, size }) => ({
        message: `${shortUrl(url)} was sent uncompressed (${formatBytes(size)}). Let the server compress it with Brotli, Zstandard or gzip.`,
        severity: size >= highFrom ? 'high' : size >= mediumFrom ? 'medium' : 'low',
        url,
        startTime,
        duration,
        size,
      })),
    );
  },
};

/** The body's size when it is a text that was sent as it is; null otherwise. An error page is not worth compressing. */
function uncompressedSize(resource: ResourceRecord): number | null {
  const { delivery, contentEncoding, encodedBodySize, decodedBodySize, status } = resource;
  if (delivery !== 'network' || (status ?? 0) >= 400 || !isText(resource)) return null;
  if (contentEncoding !== null && contentEncoding !== 'identity') return null;
  return encodedBodySize.value !== null && encodedBodySize.value === decodedBodySize.value
    ? encodedBodySize.value
    : null;
}

const TEXT_MIME = /^text\/|[/+](json|xml)$|(java|ecma)script$|^application\/(manifest\+json|wasm)$/;
const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([
  'css',
  'csv',
  'htm',
  'html',
  'js',
  'json',
  'mjs',
  'svg',
  'txt',
  'xml',
]);

function isText({ mimeType, resourceType, url }: ResourceRecord): boolean {
  if (mimeType !== null) return TEXT_MIME.test(mimeType);
  if (resourceType === 'document' || resourceType === 'script' || resourceType === 'stylesheet') return true;
  return TEXT_EXTENSIONS.has(fileExtension(url));
}
