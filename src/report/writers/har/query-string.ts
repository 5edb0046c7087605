/** The parameters of a URL's query, in order, decoded where they can be. */
export function queryString(url: string): readonly { readonly name: string; readonly value: string }[] {
  const [withoutFragment = ''] = url.split('#', 1);
  const at = withoutFragment.indexOf('?');
  if (at < 0) return [];
  const pairs = withoutFragment.slice(at + 1).split('&');
  return pairs
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name: decoded(name), value: decoded(value.join('=')) };
    });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
