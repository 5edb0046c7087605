import type { ScriptTiming } from '../../model/entries.ts';
import type { Finding } from '../../model/insights.ts';
import { shortUrl } from '../url.ts';

/** Names a script for a sentence: `addToCart in shop.js (BUTTON#buy.onclick)`, `shop.js (while loading)`. */
export function scriptLabel({ sourceURL, sourceFunctionName, invoker, invokerType }: ScriptTiming): string {
  const file = sourceURL === '' ? '' : shortUrl(sourceURL);
  if (/^(classic|module)-script$/.test(invokerType) && sourceFunctionName === '') {
    return `${file || shortUrl(invoker)} (while loading)`;
  }
  const where = file === '' ? '' : ` in ${file}`;
  const by = invoker === '' || invoker === sourceURL ? '' : ` (${shortUrl(invoker)})`;
  return `${sourceFunctionName || 'a function without a name'}${where}${by}`;
}

/** The script as a finding points at it. */
export function scriptLocation(script: ScriptTiming): NonNullable<Finding['script']> {
  return { url: script.sourceURL, functionName: script.sourceFunctionName, position: script.sourceCharPosition };
}
