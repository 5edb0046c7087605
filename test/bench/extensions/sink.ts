// The background of the collectors that ours is measured beside: takes what comes and forgets it.
chrome.runtime.onConnect.addListener((port) => port.onMessage.addListener(() => {}));
