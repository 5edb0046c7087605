// Rows 6, 10, 17 and 19 of the fault catalogue, in Firefox. Rows 34 and 43 are in e2e/firefox.
import { expect, test } from 'vitest';
import { poll } from '../../src/cli/browser/poll.ts';
import { goBack, leave } from '../e2e/firefox/support/bfcache-trip.ts';
import { expectDeclared, untilEnded, untilKnown } from '../e2e/firefox/support/closed-tabs.ts';
import { useKnownFirefox } from '../e2e/firefox/support/known-firefox.ts';
import { madeByEnd, make, pourUntilTheEnd, restored } from './support/known.ts';
import { expectAllStored, expectClosed, printFigures, printRow } from './support/row.ts';
import { readLoads, tally } from './support/stored.ts';

const suite = useKnownFirefox();

test('row 6: 20 ways there and back through bfcache lose nothing and store nothing twice', async () => {
  const TRIPS = 20;
  const page = await suite.open('/row-6');
  let count = 0;
  for (let trip = 0; trip < TRIPS; trip++) {
    await make(page, 50);
    await leave(page, suite.url('/away-6'));
    await goBack(page, '/row-6');
    await page.waitForFunction(`known.restored > ${trip}`, { polling: 50 });
    count = await make(page, 50);
  }
  const result = await suite.settled('/row-6', count);
  const back = await restored(page);
  printRow(6, result, `restored ${back} of ${TRIPS}`);
  expectAllStored(result);
  expect(count).toBe(TRIPS * 100);
  expect(back).toBe(TRIPS);
  await page.close();
});

test('row 10: of 40 tabs that are closed while they make entries, none lacks one that it does not declare', async () => {
  const TABS = 40;
  for (let i = 0; i < TABS; i++) {
    const page = await suite.open(`/row-10/${i}`);
    await page.waitForFunction(`performance.getEntriesByName('first-contentful-paint').length > 0`, { polling: 20 });
    await untilKnown(suite, `/row-10/${i}`);
    if (i % 2 === 0) {
      await make(page, 100);
      await page.evaluate('localStorage.setItem(location.pathname, known.made)');
    } else {
      await pourUntilTheEnd(page, 10, 5);
      await page.waitForFunction(`known.made > ${50 * (i % 8)}`, { polling: 20 });
    }
    await page.close();
  }
  const witness = await suite.open('/witness');
  const truth = await madeByEnd(witness);
  await witness.close();
  expect(truth.size).toBe(TABS);
  const loads = await untilEnded(suite, '/row-10/', TABS);
  const { complete, missing, vitals } = expectDeclared(loads, truth);
  printFigures(
    10,
    `tabs ${TABS}, complete ${complete}, without a final record ${TABS - complete}, entries missing there ${missing}, ` +
      `missing where complete 0, with vitals ${vitals}`,
  );
  expect(vitals).toBe(TABS);
});

test('row 17: pages outlive reloads of the extension with one collector each', async () => {
  const RELOADS = 5;
  const EACH = 500;
  const pages = await Promise.all(['/row-17/a', '/row-17/b', '/row-17/c'].map((path) => suite.open(path)));
  for (let reload = 1; reload <= RELOADS; reload++) {
    await suite.reloadExtension();
    const loadsNow = () => readLoads(suite.firefox.extensionPage, suite.url('/row-17/'));
    await poll(async () => ((await loadsNow()).length >= pages.length * reload ? true : null), {
      every: 100,
      timeout: 15_000,
      onTimeout: () => new Error('No collector was started in an open page within 15 s of the reload.'),
    });
    await Promise.all(pages.map((page) => make(page, EACH)));
    const live = async () => (await loadsNow()).filter(({ pageLoad }) => pageLoad.state === 'open');
    const result = await poll(
      async () => {
        const now = tally(await live(), EACH * pages.length);
        return now.stored === EACH * pages.length ? now : null;
      },
      { every: 200, timeout: 30_000, onTimeout: () => new Error('Not all entries came to the store.') },
    );
    printRow('17 (Firefox)', result, `reload ${reload}, collectors ${(await live()).length} of ${pages.length}`);
    expectClosed(result);
    expect(await live()).toHaveLength(pages.length);
  }
  await Promise.all(pages.map((page) => page.close()));
});

test('row 19: 1,000 entries between which the background sleeps are stored, none twice', async () => {
  const page = await suite.open('/row-19');
  const PAUSES = 9;
  let count = 0;
  for (let pause = 0; pause < PAUSES; pause++) {
    count = await make(page, 100);
    await suite.settled('/row-19', count);
    await suite.backgroundAsleep();
  }
  count = await make(page, 100);
  const result = await suite.settled('/row-19', count);
  printRow(19, result, `sleeps of the background ${PAUSES}`);
  expectAllStored(result);
  expect(count).toBe(1000);
  await page.close();
});
