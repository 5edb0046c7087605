const ROUNDS = 3;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Twelve characters are nine bytes: the shortest text in which a detector can find something. */
const SHORTEST_RUN = 12;
const BASE64_RUN = /[A-Za-z0-9+/_-]{12,}/g;

/** The text percent-decoded as often as it changes, at most three times. Bad escapes stay as they are. */
export function percentDecode(text: string): string {
  let decoded = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = decodeOnce(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** Every readable text that stands in `text` as base64 or base64url (https://www.rfc-editor.org/rfc/rfc4648). */
export function base64Texts(text: string): readonly string[] {
  if (text.length < SHORTEST_RUN) return [];
  return (text.match(BASE64_RUN) ?? []).map(decodeBase64).filter((decoded) => decoded !== null);
}

function decodeOnce(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // One broken escape must not hide the others from the detectors.
    return text.replace(/%[0-7][0-9a-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  }
}

/** Null when the bytes are not printable ASCII: then the run was not text in base64. */
function decodeBase64(run: string): string | null {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const character of run.replaceAll('-', '+').replaceAll('_', '/')) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const byte = (bits >> held) & 0xff;
    if (byte < 0x20 || byte > 0x7e) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}
