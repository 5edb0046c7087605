/**
 * Where a list that was scrolled to `position` (in rows, with fractions) has to be scrolled to, so that the row at the top of it
 * stays there although others came before it. At its very top a list stays, so that what comes first is seen to come.
 */
export function anchoredRow<T>(before: readonly T[], after: readonly T[], position: number): number {
  const top = Math.floor(position);
  const row = before[top];
  if (top === 0 || row === undefined || after[top] === row) return position;
  const now = after.indexOf(row);
  return now < 0 ? position : now + (position - top);
}
