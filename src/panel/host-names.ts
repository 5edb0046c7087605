import type { HostNames } from '../analysis/resources/party.ts';

let loading: Promise<HostNames> | null = null;

/**
 * Who is behind hosts. A chunk of its own, which the first view need not wait for to be drawn; an analysis waits for it, so that no
 * verdict changes when it arrives. Local: it takes milliseconds. Rejects when the extension's files are gone (it was updated).
 */
export function loadHostNames(): Promise<HostNames> {
  loading ??= import('../analysis/resources/host-data.ts').then(({ HOST_NAMES }) => HOST_NAMES);
  return loading;
}
