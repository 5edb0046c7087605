/** The shop's text files, taken in by Vite: so they are there in a test run as well as in the bundled command line. */
const FILES = import.meta.glob<string>('./site/*', { query: '?raw', import: 'default', eager: true });

/** Text of a file of the `site` folder. Throws when there is none of that name, or nothing in it. */
export function siteText(name: string): string {
  const text = FILES[`./site/${name}`];
  if (!text)
    throw new Error(
      `test/pages/demo/site has no text in ${name}. In a vitest configuration, css.include must match "?raw".`,
    );
  return text;
}
