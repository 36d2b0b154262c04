import type { Column } from './table.ts';

/** Narrower than this a cut cell says nothing any more. */
const leastWidth = 8;

/**
 * Shares out the terminal's width: the widest columns give way first, down to one common width.
 * Null when the table can't be shown side by side. A single column is left alone: the terminal wraps it.
 */
export function fitColumns(
  natural: readonly number[],
  columns: readonly Column[],
  available: number,
  gap: number,
): readonly number[] | null {
  const room = available - gap * (natural.length - 1);
  const total = natural.reduce((sum, width) => sum + width, 0);
  if (total <= room || natural.length <= 1) return natural;
  for (let cap = Math.min(room, Math.max(...natural)); cap >= leastWidth; cap -= 1) {
    const capped = natural.map((width, index) => (columns[index]?.align === 'right' ? width : Math.min(width, cap)));
    if (capped.reduce((sum, width) => sum + width, 0) <= room) return capped;
  }
  return null;
}
