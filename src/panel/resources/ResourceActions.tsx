import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Observer } from '../../analysis/metrics/metric-support.ts';
import { isOnWire } from '../../analysis/url.ts';
import type { ResourceRecord } from '../../model/resources.ts';
import { copyText } from '../copy-text.ts';
import { usePanel } from '../state/panel-context.ts';
import { curlCommand } from './curl-command.ts';
import type { ResourceFinding } from './resource-findings.ts';
import { resourceText } from './resource-text.ts';

interface Props {
  readonly resource: ResourceRecord;
  readonly findings: readonly ResourceFinding[];
  readonly observer: Observer;
}

/** What can be done with a request: copy it in three ways, see it in the browser's own panels. What came of it is said below. */
export function ResourceActions({ resource, findings, observer }: Props) {
  const { source } = usePanel();
  const said = useSignal('');
  const curl = curlCommand(resource);
  const { url: cause = null, line = null } = resource.initiator ?? {};
  const { openSource, showInNetwork } = source.tools ?? {};

  useEffect(() => {
    said.value = '';
  }, [resource.url, resource.startTime]);

  async function copy(what: string, text: string): Promise<void> {
    said.value = (await copyText(text))
      ? `${what} copied.`
      : 'The browser did not allow to copy. Select the text and copy it by hand.';
  }

  async function open(opened: Promise<boolean>): Promise<void> {
    const isKnown = await opened;
    said.value = isKnown ? '' : 'DevTools do not hold this file. Load the page again while they are open.';
  }

  return (
    <section class="actions" aria-label="Actions">
      <button type="button" class="button" onClick={() => void copy('URL', resource.url)}>
        Copy URL
      </button>
      {curl !== null && (
        <button
          type="button"
          class="button"
          title="For a POSIX shell (sh, bash, zsh; Git Bash or WSL on Windows); without cookies, headers and body, which are not recorded"
          onClick={() => void copy('cURL command for a POSIX shell', curl)}
        >
          Copy as cURL
        </button>
      )}
      <button
        type="button"
        class="button"
        onClick={() => void copy('Text', resourceText(resource, findings, observer))}
      >
        Copy as text
      </button>
      {openSource && isOnWire(resource.url) && (
        <button
          type="button"
          class="button"
          data-testid="open-source"
          onClick={() => void open(openSource(resource.url))}
        >
          Open in Sources
        </button>
      )}
      {showInNetwork && isOnWire(resource.url) && (
        <button type="button" class="button" data-testid="show-network" onClick={() => showInNetwork(resource.url)}>
          Show in Network
        </button>
      )}
      {openSource && cause !== null && isOnWire(cause) && (
        <button
          type="button"
          class="button"
          data-testid="open-initiator"
          title={cause}
          onClick={() => void open(openSource(cause, line ?? 1))}
        >
          Open initiator
        </button>
      )}
      {source.tools && !openSource && !showInNetwork && (
        <p class="muted" data-testid="no-tools">
          This browser lets no extension open its Network or Debugger panel: copy the URL and filter for it there.
        </p>
      )}
      <p role="status">{said.value}</p>
    </section>
  );
}
