/** A label on a line: where it wants to begin and how wide it is, in any one unit. */
export interface LabelBox {
  readonly left: number;
  readonly width: number;
}

/** Row of each label, 0 the lowest: the first row in which it touches none that was placed before it. */
export function placeLabels(labels: readonly LabelBox[], gap: number): readonly number[] {
  const rows: LabelBox[][] = [];
  return labels.map((label) => {
    let row = 0;
    while (rows[row]?.some((other) => touches(label, other, gap))) row += 1;
    const placed = rows[row];
    if (placed) placed.push(label);
    else rows[row] = [label];
    return row;
  });
}

function touches(a: LabelBox, b: LabelBox, gap: number): boolean {
  return a.left < b.left + b.width + gap && b.left < a.left + a.width + gap;
}
