import { expect, test } from 'vitest';
import { createOutlineRequests } from '../../../src/channel/outline-requests.ts';
import type { OutlineRequest } from '../../../src/channel/panel-messages.ts';
import type { OutlineResult } from '../../../src/model/outline.ts';

const target = (selector: string) => ({ pageLoadId: 'load-1', selectors: [selector], url: null, inFrames: false });
const RESULT: OutlineResult = { state: 'outlined', matches: 1, selector: '#a', frame: null };

function setUp() {
  const posted: OutlineRequest[] = [];
  return { posted, requests: createOutlineRequests((message) => posted.push(message) > 0) };
}

test('an answer settles the request that it is for; one for an earlier request settles nothing', async () => {
  const { posted, requests } = setUp();
  const first = requests.outline(target('#a'));
  const second = requests.outline(target('#b'));
  requests.onOutlined({ type: 'outlined', request: posted[0]?.request ?? 0, result: { ...RESULT, matches: 9 } });
  requests.onOutlined({ type: 'outlined', request: posted[1]?.request ?? 0, result: RESULT });
  expect(await first).toBeNull();
  expect(await second).toEqual(RESULT);
});

test('a new connection asks again for what is asked for, and for nothing once that was let go', () => {
  const { posted, requests } = setUp();
  requests.onConnect();
  expect(posted).toEqual([]);
  void requests.outline(target('#a'));
  requests.onConnect();
  expect(posted[1]).toEqual(posted[0]);
  void requests.outline(null);
  requests.onConnect();
  expect(posted.map((message) => message.target?.selectors[0] ?? null)).toEqual(['#a', '#a', null]);
});

test('letting go settles what was under way', async () => {
  const { requests } = setUp();
  const asked = requests.outline(target('#a'));
  expect(await requests.outline(null)).toBeNull();
  expect(await asked).toBeNull();
});
