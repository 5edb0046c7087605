import type { Submission } from '../../../src/background/ingest.ts';
import type { CollectorMessage } from '../../../src/channel/messages.ts';
import { theCircumstances } from '../../fixtures/builders/circumstances.ts';

/** A message of a page load's own document, on its way into the ingest. */
export function submission(
  pageLoadId: string,
  message: CollectorMessage,
): Pick<Submission, 'pageLoadId' | 'message' | 'at'> {
  return { pageLoadId, message, at: theCircumstances({ topPageLoadId: pageLoadId }) };
}
