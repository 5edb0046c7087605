import { expect, it } from 'vitest';
import { analyzeSession } from '../../../src/analysis/analyze-session.ts';
import { pageSnapshot } from '../../fixtures/builders/page-loads.ts';
import { resourceEntry } from '../../fixtures/builders/resource-entries.ts';

const top = pageSnapshot([resourceEntry()], { pageLoadId: 'top', topPageLoadId: 'top' });
const frame = pageSnapshot([resourceEntry()], { pageLoadId: 'frame', topPageLoadId: 'top', frameId: 7 });

it('analyses pages and takes the documents of their frames along', () => {
  const pages = analyzeSession([frame, top], 0);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatchObject({ snapshot: top, frames: [frame], analysis: { pageLoadId: 'top' } });
});

it('analyses a frame by itself when its page was not recorded', () => {
  expect(analyzeSession([frame], 0).map(({ snapshot }) => snapshot)).toEqual([frame]);
});
