import { IDBFactory } from 'fake-indexeddb';

/** The browser's storage buckets in memory: the databases of each are apart. `begin` makes those of a new one. */
export function createBuckets(begin = () => new IDBFactory()) {
  const factories = new Map<string, IDBFactory>();
  return {
    factories,
    keys: async () => [...factories.keys()],
    async open(name: string) {
      const factory = factories.get(name) ?? begin();
      factories.set(name, factory);
      return { indexedDB: factory };
    },
    delete: async (name: string) => void factories.delete(name),
  };
}
