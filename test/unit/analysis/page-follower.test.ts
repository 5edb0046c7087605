import { expect, it } from 'vitest';
import { createPageAnalyzer } from '../../../src/analysis/page-analyzer.ts';
import { followPage } from '../../../src/analysis/page-follower.ts';
import { HOST_NAMES } from '../../../src/analysis/resources/host-data.ts';
import { pageLoadRecord } from '../../fixtures/builders/page-loads.ts';
import { navigationEntry } from '../../fixtures/builders/resource-entries.ts';
import { resourceWaterfall } from '../../fixtures/builders/resource-waterfall.ts';

const CONTEXT = { hosts: HOST_NAMES, budgets: [], samples: [], earlier: [], rules: [] };

it('analyses a long page load slice by slice, with a pause between, to the same end', async () => {
  const entries = [navigationEntry(), ...resourceWaterfall(11_999)];
  const pageLoad = pageLoadRecord({ chunks: 1, revision: 1 });
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const source = {
    readEntries: async () => ({ entries, nextChunk: 1 }),
    readRequests: async () => ({ requests: [], batches: [] }),
  };
  const { analysis, entries: read } = await followPage(source, CONTEXT, pause).update(pageLoad, [], 1);
  const whole = createPageAnalyzer(CONTEXT);
  whole.extend(entries);
  expect(pauses).toBe(2);
  expect(read).toBe(12_000);
  expect(analysis).toEqual(whole.result(pageLoad, 1));
});
