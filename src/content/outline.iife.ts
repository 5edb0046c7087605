import { parseOutlineTarget } from '../channel/guard-outline.ts';
import { OUTLINE_PORT } from '../channel/messages.ts';
import { acknowledgeDisconnect, onNextConnect } from '../channel/runtime.ts';
import { OUTLINED_ELEMENT } from '../model/outline.ts';
import { drawOutline } from './draw-outline.ts';

/** A global of the extension's own world, which no page has: DevTools find there what to inspect. */
const world = globalThis as typeof globalThis & { [OUTLINED_ELEMENT]?: Element | null };

// Runs only when the user points at a finding. The port is the outline's life: it ends with the panel, the worker or the page.
onNextConnect(OUTLINE_PORT, (port) => {
  let clear = () => {};
  port.onMessage.addListener((message: unknown) => {
    const target = parseOutlineTarget(message);
    if (target === null) return;
    const drawn = drawOutline(target);
    world[OUTLINED_ELEMENT] = drawn.element;
    clear = () => {
      drawn.clear();
      if (world[OUTLINED_ELEMENT] === drawn.element) world[OUTLINED_ELEMENT] = null;
    };
    port.postMessage(drawn.result);
  });
  port.onDisconnect.addListener(() => {
    acknowledgeDisconnect();
    clear();
  });
  // bfcache ends the port, but nobody here is told before the page comes back.
  addEventListener('pagehide', () => clear(), { once: true });
});
