/** What keeps a figure on the line of its unit is for the eye; elsewhere one searches for a space. */
const NO_BREAK_SPACES = /\u00a0/g;

/**
 * Puts text into the clipboard, on a user's click; answers whether that went well. Some versions of Chrome close the Clipboard API to
 * documents inside DevTools, where the older command works all the same (https://github.com/w3c/webappsec-permissions-policy/issues/543).
 */
export async function copyText(shown: string): Promise<boolean> {
  const text = shown.replace(NO_BREAK_SPACES, ' ');
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
