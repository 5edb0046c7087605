import { test } from 'vitest';
import { VIEW_IDS } from '../../src/panel/state/panel-location.ts';
import { openSession, showView } from '../playground/show-view.ts';
import { takePictures, withPlayground } from './take-pictures.ts';

const SESSIONS = ['busy', 'shop', 'empty', 'many', 'firefox', 'hostile'];

test('every view is pictured in both themes, narrow and wide, empty and full', () =>
  withPlayground(async (playground, page) => {
    for (const session of SESSIONS) {
      await openSession(playground, page, session);
      for (const view of VIEW_IDS) {
        await showView(page, view);
        await takePictures(page, `${session}-${view}`);
      }
    }
  }));
