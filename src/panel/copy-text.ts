/**
 * Puts text into the clipboard, on a user's click; answers whether that went well. Some versions of Chrome close the Clipboard API to
 * documents inside DevTools, where the older command works all the same (https://github.com/w3c/webappsec-permissions-policy/issues/543).
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

function copySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
