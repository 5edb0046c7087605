// Rows 5 and 7 of the fault catalogue. Row 6 is Firefox's, whose port survives bfcache: firefox.fault.test.ts.
import { expect, test } from 'vitest';
import { make, restored } from './support/known.ts';
import { workerSession } from './support/live-collectors.ts';
import { expectAllStored, printRow } from './support/row.ts';
import { readLoads } from './support/stored.ts';
import { useFaultSuite } from './support/suite.ts';

const suite = useFaultSuite();

test('rows 5 and 7: 20 ways there and back through bfcache lose nothing, and the background hears no error', async () => {
  const TRIPS = 20;
  const session = await workerSession(suite.browser);
  const errors: string[] = [];
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => errors.push(exceptionDetails.text));
  await session.send('Runtime.enable');
  const page = await suite.open('/row-5');
  let made = 0;
  for (let trip = 0; trip < TRIPS; trip++) {
    await make(page, 50);
    await page.goto(suite.url('/away-5'));
    // Back comes to a page that is there already, with no navigation that the browser's protocol would tell of.
    await page.evaluate(() => history.back());
    await page.waitForFunction(`location.pathname === '/row-5' && known.restored > ${trip}`);
    made = await make(page, 50);
  }
  const result = await suite.settled('/row-5', made);
  const back = await restored(page);
  printRow('5, 7', result, `restored ${back} of ${TRIPS}, uncaught errors of the background ${errors.length}`);
  expectAllStored(result);
  expect(made).toBe(TRIPS * 100);
  expect(back).toBe(TRIPS);
  expect(errors).toEqual([]);
  const [load] = await readLoads(suite.browser.extensionPage, suite.url('/row-5'));
  expect(load?.pageLoad.views.filter(({ kind }) => kind === 'bfcache')).toHaveLength(TRIPS);
  await session.detach();
  await page.close();
});
