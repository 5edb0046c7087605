import { describe, expect, test } from 'vitest';
import { arrivals, evidenceText, shiftEvidence } from '../../../../src/analysis/timeline/shift-evidence.ts';
import type { ImageObservation } from '../../../../src/model/observations.ts';
import type { ResourceRecord } from '../../../../src/model/resources.ts';
import { layoutShiftRecord, resourcePhases, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { imageObservation } from '../../../fixtures/builders/observations.ts';
import { shiftSource } from '../../../fixtures/builders/timeline-entries.ts';

const HERO = 'https://shop.example/hero.jpg';

/** A font that arrived at this moment. */
function font(at: number, name = 'text'): ResourceRecord {
  return resourceRecord({
    url: `https://shop.example/${name}.woff2`,
    resourceType: 'font',
    startTime: at - 100,
    duration: 100,
  });
}

function image(at: number): ResourceRecord {
  return resourceRecord({
    url: HERO,
    resourceType: 'image',
    startTime: at - 100,
    duration: 100,
    phases: resourcePhases(),
  });
}

/** What is found for a shift at 1,500 ms. */
function find(resources: readonly ResourceRecord[], images: readonly ImageObservation[] = [], node = 'main') {
  return shiftEvidence(arrivals(resources), images)(layoutShiftRecord({ sources: [shiftSource({ node })] }));
}

describe('the cause of a shift', () => {
  test('is looked for in the 500 ms before it', () => {
    expect(find([font(1000)])).toMatchObject([{ kind: 'font', before: 500 }]);
    expect(find([font(999)])).toEqual([]);
    expect(find([font(1500.5)])).toMatchObject([{ before: 0 }]);
    expect(find([font(1502)])).toEqual([]);
  });

  test('is an image only when its place was not kept', () => {
    expect(find([image(1400)], [imageObservation({ sized: false })])).toEqual([
      { kind: 'image', url: HERO, selector: 'img.hero', before: 100 },
    ]);
    expect(find([image(1400)], [imageObservation()])).toEqual([]);
    expect(find([image(1400)])).toEqual([]);
  });

  test('is an image also when only its first bytes had come, which say how large it is', () => {
    const slow = { ...image(3000), startTime: 500, duration: 2500 };
    const phases = { ...slow.phases, download: 1600 };
    const census = [imageObservation({ sized: false })];
    expect(find([{ ...slow, phases }], census)).toMatchObject([{ kind: 'image', before: 100 }]);
    expect(find([{ ...slow, phases: { ...phases, download: null } }], census)).toEqual([]);
    // Both moments lie in the time that is looked at: one image is one cause.
    const quick = { ...image(1450), phases: { ...phases, download: 30 } };
    expect(find([quick], census)).toEqual([{ kind: 'image', url: HERO, selector: 'img.hero', before: 50 }]);
  });

  test('is a frame from when it was inserted, whenever its document came', () => {
    const frame = resourceRecord({
      url: 'https://ads.example/',
      initiatorType: 'iframe',
      startTime: 1450,
      duration: 2000,
    });
    expect(find([frame])).toMatchObject([{ kind: 'iframe', before: 50 }]);
    expect(find([{ ...frame, startTime: 900, duration: 590 }])).toEqual([]);
  });

  test('is nothing that arrived inside a frame, nor a script', () => {
    expect(find([{ ...font(1400), frame: 'https://ads.example/' }, resourceRecord({ startTime: 1300 })])).toEqual([]);
  });

  test('is likeliest what moved itself, then what arrived last; three at most', () => {
    const found = find(
      [font(1490, 'd'), font(1200, 'a'), image(1100), font(1300, 'b'), font(1400, 'c')],
      [imageObservation({ sized: false })],
      'img.hero',
    );
    expect(found.map(({ url }) => url.split('/').at(-1))).toEqual(['hero.jpg', 'd.woff2', 'c.woff2']);
  });
});

test('the likeliest cause is told with what to do, the others by name', () => {
  expect(evidenceText(find([font(1490, 'd'), font(1200, 'a')]))).toBe(
    'The font d.woff2 arrived 10 ms before and changed the text: preload it, and give the fallback font matching metrics (size-adjust). Also just before: a.woff2.',
  );
  const frame = resourceRecord({ url: 'https://ads.example/slot.html', initiatorType: 'iframe', startTime: 1450 });
  expect(evidenceText(find([frame]))).toMatch(/^The frame of slot\.html was inserted 50 ms before: keep its place/);
  expect(evidenceText([])).toBe('');
});
