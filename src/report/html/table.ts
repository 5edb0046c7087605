import { type HtmlValue, html, type SafeHtml } from './escape.ts';

export interface Column<Row> {
  readonly title: string;
  /** Numbers are set flush right, in digits of equal width; `short` never wraps; `url` wraps anywhere. */
  readonly kind?: 'number' | 'short' | 'url';
  readonly cell: (row: Row) => HtmlValue;
}

/** A table with a caption for screen readers; `rows` must not be empty: say in a sentence that there is nothing instead. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): SafeHtml {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title, kind }) => html`<th scope="col" class="${kind ?? 'text'}">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map(({ title, cell, kind }) => html`<td class="${kind ?? 'text'}" data-label="${title}"><div>${cell(row)}</div></td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

/** A part of a page load under its heading. */
export function section(title: string, note: HtmlValue, content: HtmlValue): SafeHtml {
  return html`<section class="part"><h3>${title}</h3>${note !== null && html`<p class="note">${note}</p>`}${content}</section>
`;
}

/** "And 12 more", or nothing. */
export function andMore(hidden: number, what: string): SafeHtml | null {
  return hidden > 0 ? html`<p class="note">And ${hidden} more ${what}, in the JSON report.</p>` : null;
}
