import { ratingLabel } from '../../analysis/format.ts';
import type { Rating } from '../../model/metrics.ts';
import { html, type SafeHtml } from './escape.ts';

/** How good something is; each has a shape and words of its own, so that colour only repeats them. */
export type Mark = 'good' | 'warn' | 'bad' | 'none';

/** The shape of a mark, drawn in the colour of the text around it; hidden from screen readers, since words stand beside it. */
export function markShape(mark: Mark): SafeHtml {
  return html`<svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${SHAPES[mark]}</svg>`;
}

/** A shape with its words. */
export function markedLabel(mark: Mark, label: string): SafeHtml {
  return html`<span class="mark ${mark}">${markShape(mark)} ${label}</span>`;
}

export function ratingMark(rating: Rating | null): Mark {
  switch (rating) {
    case 'good':
      return 'good';
    case 'needs-improvement':
      return 'warn';
    case 'poor':
      return 'bad';
    case null:
      return 'none';
  }
}

/** "good", "needs improvement", "poor" or "not rated", with its shape. */
export function ratingBadge(rating: Rating | null): SafeHtml {
  return markedLabel(ratingMark(rating), ratingLabel(rating));
}

const SHAPES: Readonly<Record<Mark, SafeHtml>> = {
  good: html`<circle cx="6" cy="6" r="5" fill="currentColor"/>`,
  warn: html`<rect x="1.5" y="1.5" width="9" height="9" fill="currentColor"/>`,
  bad: html`<path d="M6 .5 11.8 11H.2z" fill="currentColor"/>`,
  none: html`<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
};
