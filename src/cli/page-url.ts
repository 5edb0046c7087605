import { CliError } from './cli-error.ts';

const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/;

/**
 * The absolute URL that an argument means: `example.com` is https, `localhost:3000` http. Throws a CliError for anything that no
 * web page can be at: the collector runs in http and https documents only.
 */
export function pageUrl(argument: string): string {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(argument) || /^(data|about|file|javascript|blob):/i.test(argument);
  const text = hasScheme ? argument : `${LOCAL_HOST.test(argument) ? 'http' : 'https'}://${argument}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new CliError(`"${argument}" is no URL. Give one like https://example.com/.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new CliError(
      `"${argument}" is no web page: only http and https URLs can be profiled. Serve the file, then give its URL.`,
    );
  }
  return url.href;
}
