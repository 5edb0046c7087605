import { useState } from 'preact/hooks';
import { copyText } from '../copy-text.ts';
import { plainText } from '../state/plain-text.ts';
import type { Pointing } from './use-pointing.ts';

interface Props {
  /** Null for one that is named only when it is looked for in the page. */
  readonly selector: string | null;
  readonly pointing: Pointing;
}

/** What can be done with an element that the panel names: show it in DevTools' own view of the document, copy its selector. */
export function ElementActions({ selector, pointing: { inspect, find } }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const name = plainText(selector ?? 'the element');
  const said = copied === null ? '' : copied ? 'Copied' : 'The browser did not let it be copied';

  async function copy(): Promise<void> {
    const text = selector ?? (await find?.());
    if (text) setCopied(await copyText(text));
  }

  return (
    <span class="element-actions">
      {inspect && (
        <button
          type="button"
          class="icon-button"
          data-testid="inspect"
          title="Inspect: show the element in DevTools"
          aria-label={`Inspect ${name}`}
          onClick={inspect}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M4.5 10.5h-2a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v2M5.5 5.5l5.5 2-2.3 1.2L7.5 11z" />
          </svg>
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        data-testid="copy-selector"
        data-copied={copied === true}
        title={said || 'Copy selector'}
        aria-label={said || `Copy selector ${selector === null ? 'of ' : ''}${name}`}
        onClick={() => void copy()}
        onMouseLeave={() => setCopied(null)}
        onBlur={() => setCopied(null)}
      >
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={copied === true ? 'M2 6.5 4.8 9.3 10 3' : 'M4.5 4.5h6v6h-6zM2.5 7.5h-1v-6h6v1'} />
        </svg>
      </button>
    </span>
  );
}
