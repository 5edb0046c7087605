/** The shop's text files, taken in by Vite: so they are there in a test run as well as in the bundled command line. */
const FILES = import.meta.glob<string>('./site/*', { query: '?raw', import: 'default', eager: true });

/** Text of a file of the `site` folder. Throws when there is none of that name. */
export function siteText(name: string): string {
  const text = FILES[`./site/${name}`];
  if (text === undefined) throw new Error(`test/pages/demo/site has no file ${name}.`);
  return text;
}
