import { signal } from '@preact/signals';
import type { SessionSource } from '../session-source.ts';
import type { PagePointer, PointerNote } from './page-pointer.ts';

/** A pointer whose code is loaded when something is first pointed at; null where there is no page behind the panel. */
export function createLazyPointer(source: Pick<SessionSource, 'outline' | 'inspectOutlined'>): PagePointer | null {
  const { outline, inspectOutlined } = source;
  if (!outline) return null;
  const note = signal<PointerNote | null>(null);
  let loaded: Promise<PagePointer> | null = null;
  const load = () => {
    loaded ??= import('./page-pointer.ts').then((module) =>
      module.createPagePointer({ outline, inspectOutlined }, note),
    );
    return loaded;
  };
  return {
    note,
    point: async (...asked) => (await load()).point(...asked),
    leave: async () => (await loaded)?.leave(),
    inspect: async (pointed) => (await load()).inspect(pointed),
    find: async (pointed) => (await load()).find(pointed),
  };
}
