/** Long enough for the browser to have opened the object URL; it holds the text in memory until then. */
const REVOKE_AFTER_MS = 60_000;

/**
 * Lets the user save `text` as a file: a click on a link with `download`, which works in extension pages and DevTools panels of
 * Chrome and Firefox without the `downloads` permission. The one impure file of this folder; it needs a document.
 */
export function downloadText(filename: string, mimeType: string, text: string): void {
  downloadBlob(filename, new Blob([text], { type: `${mimeType};charset=utf-8` }));
}

/** The same for a file that is made of parts. */
export function downloadBlob(filename: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.hidden = true;
  // Firefox ignores clicks on links that are not in the document.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
