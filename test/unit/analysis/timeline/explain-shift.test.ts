import { expect, test } from 'vitest';
import { shiftExplainer } from '../../../../src/analysis/timeline/explain-shift.ts';
import { arrivals } from '../../../../src/analysis/timeline/shift-evidence.ts';
import { layoutShiftRecord, resourceRecord } from '../../../fixtures/builders/analysis.ts';
import { shiftSource } from '../../../fixtures/builders/timeline-entries.ts';

const font = resourceRecord({ url: 'https://shop.example/a.woff2', resourceType: 'font', startTime: 1300 });
const ad = resourceRecord({ url: 'https://ads.example/', initiatorType: 'iframe', startTime: 1450 });
const main = shiftSource({ node: 'main', previousRect: [0, 64, 800, 536], currentRect: [0, 240, 800, 360] });

/** Explains a shift in which this element came into view above the others, or none did. */
function explain(appeared: string | null) {
  const inView = { previousRect: [0, 0, 800, 64], currentRect: [0, 64, 800, 176] } as const;
  const sources = appeared === null ? [main] : [main, shiftSource({ node: appeared, ...inView })];
  return shiftExplainer({ views: [], arrivals: arrivals([font, ad]), images: [] })(layoutShiftRecord({ sources }));
}

test('what was pushed is explained by all that arrived just before', () => {
  expect(explain(null)).toMatchObject({
    kind: 'moved',
    selector: 'main',
    evidence: [{ kind: 'iframe' }, { kind: 'font' }],
  });
});

test('what came into view explains itself', () => {
  expect(explain('#banner')).toMatchObject({ kind: 'appeared', selector: '#banner', evidence: [] });
});

test('a frame that came into view is the one that was inserted', () => {
  expect(explain('aside>iframe.ad')).toMatchObject({ kind: 'appeared', evidence: [{ kind: 'iframe' }] });
  expect(explain('#iframe-note')).toMatchObject({ kind: 'appeared', evidence: [] });
});
