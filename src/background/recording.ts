import type { Settings } from '../model/settings.ts';
import { readDevtoolsTabs } from '../store/devtools-tabs.ts';
import { onSettingsChange, readSettings } from '../store/settings.ts';
import type { Collectors, LiveCollector } from './collectors.ts';
import { injectCollector, openTabs } from './inject.ts';
import { isRecorded } from './recording-choice.ts';
import { injectScriptErrors, registerScriptErrors } from './script-error-scripts.ts';

/** What decides at one moment whether documents are recorded. */
export interface Situation {
  readonly settings: Settings;
  readonly devtoolsTabs: ReadonlySet<number>;
}

/** How a document is recorded. */
export interface Terms {
  readonly scriptErrors: boolean;
}

/** Keeps open documents at what the user chose: stops collectors, starts them. */
export interface Recording {
  situation(): Promise<Situation>;
  /** What a collector that says hello is told; null when its document is not recorded. */
  termsOf(collector: LiveCollector): Promise<Terms | null>;
  /** DevTools were opened or closed on a tab. */
  devtoolsChanged(tabId: number): Promise<void>;
  /** Starts what should be running in open tabs: after an installation, or when the user gave access to sites. */
  startInOpenTabs(): Promise<void>;
}

/** `onChanged` is called when recording may have changed for any tab. */
export function createRecording(collectors: Collectors, onChanged: () => void): Recording {
  /** One change after the other, so that the last one has the last word. */
  let applying: Promise<void> = Promise.resolve();

  function apply(work: (now: Situation) => Promise<void>): Promise<void> {
    applying = applying.then(async () => work(await situation())).catch(() => {});
    return applying.then(onChanged);
  }

  onSettingsChange(
    (_, before) =>
      void apply(async (now) => {
        settle(now);
        await registerScriptErrors(now.settings);
        await start(collectors, now, { ...now, settings: before });
      }),
  );

  /** Tells those that are connected what holds now. */
  function settle(now: Situation): void {
    for (const collector of collectors.all()) {
      const terms = termsIn(now, collector);
      if (terms) collector.tell({ type: 'script-errors', on: terms.scriptErrors });
      else collector.stop();
    }
  }

  return {
    situation,
    termsOf: async (collector) => termsIn(await situation(), collector),
    devtoolsChanged: (tabId) =>
      apply(async (now) => {
        settle(now);
        const others = [...now.devtoolsTabs].filter((tab) => tab !== tabId);
        await start(collectors, now, { ...now, devtoolsTabs: new Set(others) });
      }),
    startInOpenTabs: () =>
      apply(async (now) => {
        await registerScriptErrors(now.settings);
        await start(collectors, now, null);
      }),
  };
}

async function situation(): Promise<Situation> {
  const [settings, devtoolsTabs] = await Promise.all([readSettings(), readDevtoolsTabs()]);
  return { settings, devtoolsTabs };
}

function termsIn(now: Situation, { tabId, siteHost }: Pick<LiveCollector, 'tabId' | 'siteHost'>) {
  const recorded = isRecorded(now.settings, { host: siteHost, tabHasDevtools: now.devtoolsTabs.has(tabId) });
  return recorded ? { scriptErrors: now.settings.scriptErrors } : null;
}

/** Injects what runs by the terms of now and did not by those of before (null: nothing ran). */
async function start(collectors: Collectors, now: Situation, before: Situation | null): Promise<void> {
  const work = (await openTabs()).map(async ({ tabId, host }) => {
    const tab = { tabId, siteHost: host };
    const terms = termsIn(now, tab);
    const earlier = before && termsIn(before, tab);
    if (terms?.scriptErrors && !earlier?.scriptErrors) {
      await injectScriptErrors(tabId);
      // One that runs was told before it could hear.
      collectors.tellTab(tabId, { type: 'script-errors', on: true });
    }
    if (terms && !earlier) await injectCollector(tabId);
  });
  await Promise.all(work);
}
