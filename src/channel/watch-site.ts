import type { TabRecording } from '../model/recording.ts';
import { PANEL_PORT } from './messages.ts';
import type { ForgetMessage, PanelReply, WatchMessage } from './panel-messages.ts';
import { openReconnectingPort } from './reconnecting-port.ts';

/** What a page of ours hears about the site in a tab. */
export interface SiteListeners {
  onRecording(recording: TabRecording): void;
  /** What was asked for is done: so many page loads of the origin were deleted. */
  onForgotten(origin: string, pageLoads: number): void;
}

/** The site in a tab, as the background knows it. */
export interface SiteWatch {
  /** Asks to delete what is stored of an origin; asked again by itself when the worker dies over it. */
  forget(origin: string): void;
  close(): void;
}

/** Watches whether a tab's page is recorded; reconnects by itself. */
export function watchSite(tabId: number, listeners: SiteListeners): SiteWatch {
  const forgetting = new Set<string>();
  const port = openReconnectingPort(PANEL_PORT, {
    onConnect(post) {
      post({ type: 'watch', tabId } satisfies WatchMessage);
      for (const origin of forgetting) post({ type: 'forget', origin } satisfies ForgetMessage);
    },
    onMessage(value) {
      port.healthy();
      const message = value as PanelReply;
      if (message.type === 'recording') listeners.onRecording(message.recording);
      if (message.type === 'forgotten' && forgetting.delete(message.origin)) {
        listeners.onForgotten(message.origin, message.pageLoads);
      }
    },
  });
  return {
    forget(origin) {
      forgetting.add(origin);
      port.post({ type: 'forget', origin } satisfies ForgetMessage);
    },
    close: port.close,
  };
}
