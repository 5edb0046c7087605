/** The heading of a column. */
export interface Heading {
  readonly text: string;
  /** `number` sets it over figures. */
  readonly class?: string;
  readonly hint?: string;
  /** Read out, and not shown over cells that explain themselves. */
  readonly hidden?: boolean;
}

/** The headings of a table, from the first column to the last. */
export function TableHead({ headings }: { readonly headings: readonly Heading[] }) {
  return (
    <thead>
      <tr>
        {headings.map(({ text, hint, hidden, class: kind }) => (
          <th key={text} scope="col" class={kind} title={hint}>
            {hidden ? <span class="visually-hidden">{text}</span> : text}
          </th>
        ))}
      </tr>
    </thead>
  );
}
