// The second step of the back-off, which takes six seconds of the collector's own time.
import { expect, test } from 'vitest';
import { BACKED_OFF_EVENT_THRESHOLD } from '../../src/model/back-off.ts';
import { FLOOD, SLOWER } from '../e2e/support/dear-flood.ts';
import { entriesOf, storedLoad } from '../e2e/support/stored-loads.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();
/** A flood goes on until it was dear enough, ms. */
const FLOODED_WITHIN = 100_000;
/** A button whose clicks take as long as its text says. */
const BUTTON = `(() => {
  const button = document.createElement('button');
  button.style.cssText = 'position: fixed; top: 100px';
  button.onclick = () => { for (const start = performance.now(); performance.now() - start < Number(button.textContent);); };
  document.body.append(button);
  return performance.now();
})()`;

test('the second step of the back-off leaves out short events, and the ledger accounts for all', async () => {
  const page = await suite.open('/flood');
  const { extensionPage } = suite.browser;
  const url = page.url();
  await page.emulateCPUThrottling(SLOWER);
  const flood = page.evaluate(FLOOD);
  const isDear: Parameters<typeof storedLoad>[3] = ({ pageLoad }) => pageLoad.selfCost.backOff === 2;
  const backedOff = storedLoad(extensionPage, url, 'both steps', isDear, FLOODED_WITHIN);
  const dear = await backedOff.finally(() => page.evaluate('globalThis.enough = true'));
  expect(dear.pageLoad.selfCost.mainThreadMs).toBeGreaterThan(6000);
  const made = (await flood) as number;
  await page.emulateCPUThrottling(1);
  const since = Number(await page.evaluate(BUTTON));
  for (const ms of [60, 250]) {
    await page.$eval(
      'button',
      (button, text) => {
        button.textContent = text;
      },
      `${ms}`,
    );
    await page.click('button');
  }
  await page.evaluate(`fetch('/after').then((response) => response.text())`);

  const after = await storedLoad(extensionPage, url, 'what came after the flood', (snapshot) => {
    const clicks = entriesOf(snapshot, 'event').filter(({ name }) => name === 'click');
    return clicks.length > 0 && entriesOf(snapshot, 'resource').some(({ name }) => name.endsWith('/after'));
  });
  // Of the two clicks only the long one: what is shorter than the limit of the second step is not observed any more.
  const late = entriesOf(after, 'event').filter(({ startTime }) => startTime > since);
  expect(Math.min(...late.map(({ duration }) => duration))).toBeGreaterThanOrEqual(BACKED_OFF_EVENT_THRESHOLD);
  const { stored, dropped } = after.pageLoad.ledger;
  expect(after.pageLoad.ledger).toMatchObject({ made: stored + dropped.caps, rejected: 0 });
  expect(dropped.caps).toBe(made - entriesOf(after, 'mark').length);
  await page.close();
});
