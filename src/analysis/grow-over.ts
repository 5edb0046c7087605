import { changedWindow } from './changed-window.ts';

/**
 * Keeps a state that is made from a list which grows, at the cost of what is new in it since the last call. `add` must not depend on
 * the order in which the items come, since what is new may lie before what was there. An item that is gone was replaced by a
 * better one, which is rare: then the state is made anew.
 */
export function growOver<Item, State>(
  start: () => State,
  add: (state: State, item: Item) => void,
): (items: readonly Item[]) => State {
  let before: readonly Item[] = [];
  let state = start();
  return (items) => {
    const { from, toBefore, toAfter } = changedWindow(before, items);
    const known = new Set(before.slice(from, toBefore));
    const changed = items.slice(from, toAfter);
    const added = known.size === 0 ? changed : changed.filter((item) => !known.has(item));
    const isReplaced = changed.length - added.length < known.size;
    if (isReplaced) state = start();
    for (const item of isReplaced ? items : added) add(state, item);
    before = items;
    return state;
  };
}
