/** What observers of entries have in common, whoever made them. */
export type EntryObserver = Pick<PerformanceObserver, 'observe' | 'takeRecords' | 'disconnect'>;

/**
 * An observer for Firefox, which cuts scripts off where a function begins or a loop goes round when it ends the process of the last
 * tab that is closed (dom.abort_script_on_child_shutdown). A callback that is cut off as it begins has lost its list, since the browser
 * no longer holds it. So what is called with the lists is no script: a set's own `add`, which holds them until records are taken. A second
 * observer tells that some came; that one may be cut off.
 */
export function createHoldingObserver(
  Observer: typeof PerformanceObserver,
  tell: PerformanceObserverCallback,
): EntryObserver {
  const held = new Set<PerformanceEntryList | PerformanceObserverEntryList>();
  const holder = new Observer(held.add.bind(held));
  const teller = new Observer(tell);
  return {
    observe(options) {
      holder.observe(options);
      teller.observe(options);
    },
    /** All that is held; cut off, it is held still. */
    takeRecords() {
      held.add(holder.takeRecords());
      teller.takeRecords();
      const entries = [...held].flatMap((list) => ('getEntries' in list ? list.getEntries() : list));
      held.clear();
      return entries;
    },
    disconnect() {
      holder.disconnect();
      teller.disconnect();
      held.clear();
    },
  };
}
