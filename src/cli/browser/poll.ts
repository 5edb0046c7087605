/**
 * Asks until the answer is not null. Rejects with `onTimeout()` after `timeout` ms.
 */
export async function poll<T>(
  ask: () => Promise<T | null>,
  options: { readonly every: number; readonly timeout: number; readonly onTimeout: () => Error },
): Promise<T> {
  const end = performance.now() + options.timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > end) throw options.onTimeout();
    await new Promise((resolve) => setTimeout(resolve, options.every));
  }
}
