import type { Page } from 'puppeteer';

/** Puts a scrolled list into a page, with as many rows of as many cells as our table has, all of them there. */
export function addStaticRows(page: Page, count: number): Promise<void> {
  return page.evaluate((rows) => {
    const list = document.createElement('div');
    list.id = 'static-list';
    list.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: Canvas';
    const table = document.createElement('table');
    for (let n = 0; n < rows; n++) {
      const row = table.insertRow();
      for (const text of [`part-${n}.js`, '200', 'script', '10.3 kB', '30 kB', `${n} ms`, '100 ms', 'wait 40 ms'])
        row.insertCell().textContent = text;
    }
    list.append(table);
    document.body.append(list);
  }, count);
}
