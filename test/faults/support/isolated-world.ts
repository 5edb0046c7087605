import type { CDPSession, Page } from 'puppeteer';

/** The world of the extension's content scripts in a page, where a test may stand in a collector's place. */
export interface IsolatedWorld {
  /** Evaluates an expression, awaiting a promise. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function isolatedWorld(page: Page, extensionId: string): Promise<IsolatedWorld> {
  const session: CDPSession = await page.createCDPSession();
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await found;
  return {
    async evaluate(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    close: () => session.detach(),
  };
}
