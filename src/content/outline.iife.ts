import { parseOutlineTarget } from '../channel/guard-outline.ts';
import { OUTLINE_PORT } from '../channel/messages.ts';
import { acknowledgeDisconnect, onNextConnect } from '../channel/runtime.ts';
import { drawOutline } from './draw-outline.ts';

// Runs only when the user points at a finding. The port is the outline's life: it ends with the panel, the worker or the page.
onNextConnect(OUTLINE_PORT, (port) => {
  let clear = () => {};
  port.onMessage.addListener((message: unknown) => {
    const target = parseOutlineTarget(message);
    if (target === null) return;
    const drawn = drawOutline(target);
    clear = drawn.clear;
    port.postMessage(drawn.result);
  });
  port.onDisconnect.addListener(() => {
    acknowledgeDisconnect();
    clear();
  });
  // bfcache ends the port, but nobody here is told before the page comes back.
  addEventListener('pagehide', () => clear(), { once: true });
});
