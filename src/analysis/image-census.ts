import type { ImageObservation } from '../model/observations.ts';
import type { ResourceRecord } from '../model/resources.ts';
import type { Bytes } from '../model/units.ts';
import type { PageFacts } from './insights/insight-rule.ts';
import type { Observations } from './observation-log.ts';
import type { RequestIndex } from './resources/request-index.ts';
import { fileExtension, isOnWire } from './url.ts';

/** An image file of the newest census: the element that shows it largest, and the request that fetched it. */
export interface CensusImage {
  readonly image: ImageObservation;
  readonly request: ResourceRecord;
  /** Of the file as it is or was sent; null when nobody tells. */
  readonly bytes: Bytes | null;
  /** Whether any element shows it in the first viewport. */
  readonly inViewport: boolean;
}

/**
 * Whether the images of the document were looked at. The census of a page without images leaves no record; it comes after the load
 * event, and after what the collector notes of the device.
 */
export function isCensusTaken({ observations, moments }: Pick<PageFacts, 'observations' | 'moments'>): boolean {
  return observations.image.length > 0 || (observations.device.length > 0 && moments.load !== null);
}

/** The images of the newest census, in its order: the largest first. Empty when none was taken. */
export function latestCensus({ image }: Observations): readonly ImageObservation[] {
  const newest = image.at(-1)?.startTime;
  return newest === undefined ? [] : image.filter(({ startTime }) => startTime === newest);
}

/** The files of the newest census that are loaded and were requested on their own, each once. */
export function censusImages(observations: Observations, requests: RequestIndex): readonly CensusImage[] {
  const byUrl = new Map<string, CensusImage>();
  for (const image of latestCensus(observations)) {
    const known = byUrl.get(image.name);
    if (known !== undefined) {
      byUrl.set(image.name, { ...known, inViewport: known.inViewport || image.inViewport });
      continue;
    }
    const request = isOnWire(image.name) && image.naturalWidth > 0 ? firstOf(requests, image.name) : undefined;
    if (request !== undefined) {
      byUrl.set(image.name, { image, request, bytes: fileBytes(request), inViewport: image.inViewport });
    }
  }
  return [...byUrl.values()];
}

/** Whether a picture has no pixels of its own. */
export function isVector({ url, mimeType }: ResourceRecord): boolean {
  return mimeType === null ? fileExtension(url) === 'svg' : mimeType.startsWith('image/svg');
}

function firstOf({ byUrl }: RequestIndex, url: string): ResourceRecord | undefined {
  return byUrl.get(url)?.toSorted((a, b) => a.startTime - b.startTime)[0];
}

/** What a first visit transfers: one that came out of a cache counts with its body. */
function fileBytes({ delivery, transferSize, encodedBodySize }: ResourceRecord): Bytes | null {
  const bytes = delivery === 'network' ? transferSize.value : encodedBodySize.value;
  return bytes === null || bytes === 0 ? null : bytes;
}
