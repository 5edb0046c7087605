import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFontFiles, type FontFiles, fontFiles } from '../../../../src/analysis/resources/font-files.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { timingSize, UNKNOWN_SIZE } from '../../../../src/model/size.ts';
import { resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { growingLists } from '../../../fixtures/builders/any-resources.ts';
import { PAGE_ORIGIN } from '../../../fixtures/builders/resource-entries.ts';

const font = (name: string, bytes: number | null, startTime = 100) =>
  resourceRecord({
    url: `${PAGE_ORIGIN}/${name}`,
    resourceType: 'font',
    mimeType: null,
    startTime,
    transferSize: bytes === null ? UNKNOWN_SIZE : timingSize(bytes),
  });

test('a font that came again out of a cache counts once, with what it transferred', () => {
  const first = font('a.woff2', 20_000);
  const again = font('a.woff2', 0, 900);
  const hidden = font('b.ttf', null);
  expect(fontFiles([first, hidden, again, resourceRecord()])).toEqual({
    count: 2,
    transferSize: { value: 20_000, unknown: 1 },
    largest: first,
    oldFormats: [hidden],
  });
});

test('the fonts of a page that grew are those of the whole', () => {
  fc.assert(
    fc.property(growingLists, (lists) => {
      const fontsOf = createFontFiles();
      const asFonts = new Map(
        lists.flat().map((resource) => [resource, { ...resource, resourceType: 'font' as const }] as const),
      );
      for (const list of lists) {
        const fonts = list.flatMap((resource) => asFonts.get(resource) ?? []);
        expect(toldOf(fontsOf(fonts))).toEqual(toldOf(fontFiles(fonts)));
      }
    }),
  );
});

/** What of requests of one moment that transferred as much is no matter of chance. */
function toldOf({ largest, oldFormats, ...sums }: FontFiles) {
  const placeOf = ({ url, startTime, transferSize: { value } }: ResourceRecord) => ({ url, startTime, value });
  return { ...sums, largest: largest && placeOf(largest), oldFormats: oldFormats.map(placeOf) };
}
