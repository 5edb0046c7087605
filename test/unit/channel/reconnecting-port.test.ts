import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReconnectingPort } from '../../../src/channel/reconnecting-port.ts';

type Listener = (value?: unknown) => void;

/** The browser's side of a port. */
class BrowserPort {
  readonly posted: unknown[] = [];
  readonly messages: Listener[] = [];
  readonly ends: Listener[] = [];
  disconnected = false;
  readonly onMessage = { addListener: (listener: Listener) => this.messages.push(listener) };
  readonly onDisconnect = { addListener: (listener: Listener) => this.ends.push(listener) };
  postMessage(message: unknown): void {
    if (this.disconnected) throw new Error('Attempting to use a disconnected port object');
    this.posted.push(message);
  }
  disconnect(): void {
    this.disconnected = true;
  }
}

let ports: BrowserPort[];
let orphaned: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  ports = [];
  orphaned = false;
  vi.stubGlobal('chrome', {
    runtime: {
      connect() {
        if (orphaned) throw new Error('Extension context invalidated.');
        const port = new BrowserPort();
        ports.push(port);
        return port;
      },
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(wanted?: () => boolean) {
  const heard: unknown[] = [];
  const events: string[] = [];
  const port = openReconnectingPort('collector', {
    onConnect: (post) => {
      events.push('connect');
      post('hello');
    },
    onMessage: (message) => heard.push(message),
    onDisconnect: () => events.push('disconnect'),
    onOrphan: () => events.push('orphan'),
    ...(wanted && { wanted }),
  });
  return { port, heard, events };
}

describe('a reconnecting port', () => {
  it('introduces itself on every new connection', () => {
    open();
    ports[0]?.ends.forEach((end) => void end());
    vi.advanceTimersByTime(100);
    expect(ports.map((port) => port.posted)).toEqual([['hello'], ['hello']]);
  });

  it('hears nothing more of a connection that it threw away', () => {
    const { port, heard, events } = open();
    port.restart();
    ports[0]?.messages.forEach((listener) => void listener('late'));
    ports[0]?.ends.forEach((end) => void end());
    ports[1]?.messages.forEach((listener) => void listener('now'));
    expect(heard).toEqual(['now']);
    expect(ports[0]?.disconnected).toBe(true);
    expect(events).toEqual(['connect', 'connect']);
  });

  it('never has two connections alive, whatever ends and restarts come together', () => {
    const { port } = open();
    for (let round = 0; round < 50; round++) {
      ports.at(-1)?.ends.forEach((end) => void end());
      if (round % 2 === 0) port.restart();
      vi.advanceTimersByTime((round * 37) % 6000);
      expect(ports.filter((candidate) => !candidate.disconnected).length).toBeLessThanOrEqual(1);
    }
  });

  it('waits longer after each failure, at most five seconds, and starts anew once healthy', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    const { port } = open();
    const fail = (): number => {
      const before = ports.length;
      ports.at(-1)?.ends.forEach((end) => void end());
      let waited = 0;
      while (ports.length === before && waited < 20_000) {
        vi.advanceTimersByTime(10);
        waited += 10;
      }
      return waited;
    };
    const waits = Array.from({ length: 9 }, fail);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeLessThanOrEqual(5000);
    port.healthy();
    expect(fail()).toBeLessThanOrEqual(100);
  });

  it('stops for good when the extension is gone', () => {
    const { port, events } = open();
    orphaned = true;
    port.restart();
    vi.advanceTimersByTime(60_000);
    expect(events).toEqual(['connect', 'orphan']);
    expect(port.post('x')).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lets the worker sleep when nothing is wanted of it, and is back when there is something to post', () => {
    let wanted = false;
    const { port, events } = open(() => wanted);
    ports[0]?.ends.forEach((end) => void end());
    vi.advanceTimersByTime(60_000);
    expect(events).toEqual(['connect', 'disconnect']);
    expect(port.post('news')).toBe(false);
    expect(ports.map((each) => each.posted)).toEqual([['hello'], ['hello']]);
    wanted = true;
    ports[1]?.ends.forEach((end) => void end());
    vi.advanceTimersByTime(100);
    expect(events).toEqual(['connect', 'disconnect', 'connect', 'disconnect', 'connect']);
  });

  it('says so when there is no connection to post to', () => {
    const { port } = open();
    expect(port.post('a')).toBe(true);
    ports[0]?.ends.forEach((end) => void end());
    expect(port.post('b')).toBe(false);
  });
});
