/** Host and port of a URL that can be recorded, as `URL.host` has them; null for any other. */
export function hostOf(url: string | undefined): string | null {
  return url !== undefined && /^https?:/.test(url) && URL.canParse(url) ? new URL(url).host : null;
}
