/** The part of the extension API that modules under test touch, in memory. To be imported before them: it is found at their start. */

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type Listener = (changes: Changes) => void;

/** A storage area as browsers have it: values are copies, changes are told. */
class FakeArea {
  readonly #items = new Map<string, unknown>();
  readonly #listeners = new Set<Listener>();
  readonly onChanged = {
    addListener: (listener: Listener) => this.#listeners.add(listener),
    removeListener: (listener: Listener) => this.#listeners.delete(listener),
  };

  async get(keys: string | readonly string[] | null): Promise<Record<string, unknown>> {
    const wanted = keys === null ? [...this.#items.keys()] : [keys].flat();
    const found = wanted.filter((key) => this.#items.has(key));
    return structuredClone(Object.fromEntries(found.map((key) => [key, this.#items.get(key)])));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    const changes: Changes = {};
    for (const [key, newValue] of Object.entries(structuredClone(items))) {
      changes[key] = { ...(this.#items.has(key) && { oldValue: this.#items.get(key) }), newValue };
      this.#items.set(key, newValue);
    }
    for (const listener of this.#listeners) listener(changes);
  }

  async remove(keys: string | readonly string[]): Promise<void> {
    const changes: Changes = {};
    for (const key of [keys].flat()) {
      if (!this.#items.has(key)) continue;
      changes[key] = { oldValue: this.#items.get(key) };
      this.#items.delete(key);
    }
    for (const listener of this.#listeners) listener(changes);
  }

  clear(): void {
    this.#items.clear();
  }
}

/** The windows, which a test closes by telling those that are left. */
class FakeWindows {
  readonly #listeners = new Set<() => unknown>();
  #left: readonly { readonly incognito: boolean }[] = [];
  readonly onRemoved = {
    addListener: (listener: () => unknown) => this.#listeners.add(listener),
    removeListener: (listener: () => unknown) => this.#listeners.delete(listener),
  };

  async getAll() {
    return this.#left;
  }

  async close(left: readonly { readonly incognito: boolean }[]): Promise<void> {
    this.#left = left;
    await Promise.all([...this.#listeners].map((listener) => listener()));
  }
}

/** What a test may set: the tabs there are, and the origins that the user gave access to. */
export const fakeBrowser = {
  runtime: { id: 'vitalog@test', getPlatformInfo: async () => ({}) },
  windows: new FakeWindows(),
  storage: { local: new FakeArea(), session: new FakeArea() },
  extension: { inIncognitoContext: false },
  tabs: { get: async (_: number): Promise<{ url?: string; incognito: boolean }> => ({ incognito: false }) },
  permissions: { contains: async (_: { origins: readonly string[] }) => true },
};

// The polyfill asks for `chrome` before it looks for `browser`.
Object.assign(globalThis, { browser: fakeBrowser, chrome: fakeBrowser });
