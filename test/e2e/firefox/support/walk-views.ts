import type { Frame } from 'puppeteer';

/** What one view of the panel shows. */
export interface SeenView {
  readonly id: string;
  readonly text: string;
  /** Charts that are drawn. */
  readonly charts: number;
  /** Names of its buttons and fields that say nothing of what they do. */
  readonly nameless: readonly string[];
}

/** Opens every view that the panel has by a click on its tab, and in it whatever opens in place. `look` is called with each. */
export async function walkViews(panel: Frame, look: (view: SeenView) => Promise<void>): Promise<void> {
  const ids = await panel.$$eval('[role="tab"]', (tabs) => tabs.map(({ id }) => id.replace(/^tab-/, '')));
  for (const id of ids) {
    await panel.locator(`#tab-${id}`).click();
    await panel.waitForSelector(`#tab-${id}[aria-selected="true"]`);
    await panel.waitForFunction(
      () => document.querySelector('#view > *') !== null && document.querySelector('#view .late') === null,
    );
    await openDetails(panel);
    await panel.evaluate(() => document.querySelector('#view')?.scrollTo(0, 0));
    await panel.waitForFunction(areChartsDrawn);
    await look({ id, ...(await read(panel)) });
  }
}

/** Opens up to three of what is closed: details, rows. */
async function openDetails(panel: Frame): Promise<void> {
  for (const closed of (await panel.$$('#view details:not([open]) > summary, #view [aria-expanded="false"]')).slice(
    0,
    3,
  )) {
    if (await closed.isVisible()) await closed.click();
  }
}

/** Whether no chart in sight is blank. Runs in the panel. */
function areChartsDrawn(): boolean {
  const charts = [...document.querySelectorAll<HTMLCanvasElement>('#view canvas')].filter((chart) =>
    chart.checkVisibility(),
  );
  return charts.every((chart) => {
    const { width, height } = chart;
    if (width === 0 || height === 0) return false;
    return chart
      .getContext('2d')
      ?.getImageData(0, 0, width, height)
      .data.some((value) => value > 0);
  });
}

function read(panel: Frame) {
  return panel.evaluate(() => {
    const view = document.querySelector<HTMLElement>('#view');
    const controls = [...(view?.querySelectorAll<HTMLElement>('button, input, select, textarea') ?? [])];
    const nameless = controls.filter(
      (control) =>
        !control.hidden &&
        !control.textContent?.trim() &&
        !control.getAttribute('aria-label') &&
        !control.getAttribute('aria-labelledby') &&
        !control.closest('label') &&
        !(control.id && document.querySelector(`label[for="${control.id}"]`)),
    );
    return {
      text: view?.textContent ?? '',
      charts: [...(view?.querySelectorAll('canvas') ?? [])].filter((chart) => chart.checkVisibility()).length,
      nameless: nameless.map(({ outerHTML }) => outerHTML),
    };
  });
}
