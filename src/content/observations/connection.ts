import { copyMembers } from '../serialize.ts';
import type { Note, ObservationMembers } from './note.ts';

/** `NetworkInformation`, which Chromium has and TypeScript's DOM does not (https://wicg.github.io/netinfo/). */
type Connection = EventTarget & ObservationMembers<'connection'> & { readonly [member: string]: unknown };

/** Notes the connection now and at every change; nothing where the browser does not tell. */
export function watchConnection(note: Note, signal: AbortSignal): void {
  const { connection } = navigator as Navigator & { readonly connection?: Connection };
  if (!connection) return;
  const tell = () => note('connection', '', copyMembers(connection, 'connection') as ObservationMembers<'connection'>);
  connection.addEventListener('change', tell, { signal });
  tell();
}
