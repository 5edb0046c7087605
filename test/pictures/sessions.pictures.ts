import { test } from 'vitest';
import { openSession, showLocation, showView } from '../playground/show-view.ts';
import { takePictures, withPlayground } from './take-pictures.ts';

test('the sessions view is pictured with few and 2,000 page loads', () =>
  withPlayground(async (playground, page) => {
    await openSession(playground, page, 'few');
    await showView(page, 'sessions');
    await page.waitForSelector('[data-testid="session-row"]');
    await takePictures(page, 'few-sessions');
    await openSession(playground, page, 'stored-2000');
    await showView(page, 'sessions');
    await page.waitForFunction(() =>
      /^2,000 page loads$/.test(document.querySelector('[data-testid="session-count"]')?.textContent ?? ''),
    );
    await takePictures(page, 'stored-2000-sessions');
    await page.click('[data-testid="session-row"]:nth-child(5) .page');
    await takePictures(page, 'stored-2000-sessions-chosen');
    await showLocation(page, 'view=sessions&grouped=1');
    await page.waitForSelector('[data-testid="session-head"]');
    await takePictures(page, 'stored-2000-sessions-grouped');
    await showLocation(page, 'view=sessions&show=compare&a=page-load-1990&b=page-load-1996');
    await page.waitForSelector('[data-testid="compared"]');
    await takePictures(page, 'stored-2000-compare');
    await showLocation(page, 'view=sessions&show=trends');
    await page.waitForSelector('[data-testid="trend-chart"]');
    await takePictures(page, 'stored-2000-trends');
    await showView(page, 'storage');
    await page.waitForSelector('[data-testid="session"]');
    await takePictures(page, 'stored-2000-storage');
    await showLocation(page, 'view=overview&session=session-75&load=page-load-1890');
    await page.waitForSelector('[data-page-load-id="page-load-1890"][data-settled="true"]');
    await takePictures(page, 'stored-2000-earlier');
  }));
