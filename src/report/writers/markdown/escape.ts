/** The characters that mean something to GitHub's Markdown, HTML and mentions included (https://github.github.com/gfm/). */
const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~@&$:]/g;

/** Text as Markdown that shows just it, on one line. */
export function text(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(SPECIAL, (character) => (/[.:\-()+]/.test(character) ? character : `\\${character}`));
}

/** Text as inline code on one line, whatever backticks it holds; safe inside a table cell. */
export function code(value: string): string {
  const line = value.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
