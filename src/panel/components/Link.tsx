import { relativeUrl } from '../state/url-text.ts';

/** A URL from a page: a link when it is http(s), else text. The whole of it is in the tooltip. */
export function Link({ url, origin = null }: { readonly url: string; readonly origin?: string | null }) {
  const text = relativeUrl(url, origin);
  if (!/^https?:\/\//i.test(url)) return <span title={url}>{text}</span>;
  return (
    <a class="link" href={url} target="_blank" rel="noreferrer" title={url}>
      {text}
    </a>
  );
}
