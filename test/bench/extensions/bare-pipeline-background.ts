// Puts each batch as it comes: no guards, no acknowledgements, no strict durability.
const opening = indexedDB.open('bare', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('chunks', { autoIncrement: true });
const opened = new Promise<IDBDatabase>((resolve) => {
  opening.onsuccess = () => resolve(opening.result);
});

chrome.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener(async (batch: unknown) => {
    const database = await opened;
    database.transaction('chunks', 'readwrite').objectStore('chunks').put({ entries: batch });
  });
});
