import { test } from 'vitest';
import { openSession, showView } from '../playground/show-view.ts';
import { takePictures, withPlayground } from './take-pictures.ts';

test('what opens over the views or in their place is pictured too', () =>
  withPlayground(async (playground, page) => {
    await openSession(playground, page, 'busy');
    // Over a view that is no higher than the panel.
    await showView(page, 'storage');
    await page.locator('.toolbar button ::-p-text(Export…)').click();
    await page.waitForSelector('[data-testid="export-form"]');
    await takePictures(page, 'opened-export');
    await page.keyboard.press('Escape');
    await showView(page, 'overview');
    await page.locator('.offenders-toggle').click();
    await page.waitForSelector('[data-testid="offender"]');
    await takePictures(page, 'opened-offenders');
    await showView(page, 'budgets');
    await page.locator('button ::-p-text(Edit as JSON)').click();
    await page.waitForSelector('.json-editor textarea');
    await takePictures(page, 'opened-budgets-json');
    await page.locator('[data-testid="export-budgets"]').click();
    await page.waitForSelector('.menu:popover-open .menu-items');
    await takePictures(page, 'opened-budgets-menu');
  }));
